package org.clearpost.media.wording;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.revision.IfMatch;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.Doors;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.model.ListedWord;
import org.clearpost.media.model.Wording;
import org.clearpost.media.wording.WordingController.WordRequest;
import org.clearpost.media.wording.WordingController.WordingRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows and replaces a setting's word list. Whoever asks about posts may see it: nobody goes by words they cannot see. */
@Service
class KeepWording {

    private static final int MOST_WORDS = 300;
    private static final int MOST_CONTACTS = 20;
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_CONTACT = 254;

    private final TenantTransaction transaction;
    private final Doors doors;
    private final WordingRepository wordings;
    private final AuditLog audit;
    private final Clock clock;

    KeepWording(TenantTransaction transaction, Doors doors, WordingRepository wordings, AuditLog audit, Clock clock) {
        this.transaction = transaction;
        this.doors = doors;
        this.wordings = wordings;
        this.audit = audit;
        this.clock = clock;
    }

    Mono<WordingView> find(Caller caller, UUID setting) {
        return transaction.within(
                caller,
                doors.asks(caller, setting)
                        .flatMap(allowed -> doors.openly(allowed, caller, setting))
                        .then(Mono.defer(() -> current(setting))));
    }

    Mono<WordingView> replace(Caller caller, UUID setting, @Nullable String ifMatch, WordingRequest request) {
        return transaction.within(
                caller,
                doors.openly(Access.managesAccounts(caller, setting), caller, setting)
                        .then(Mono.fromSupplier(() -> read(new IfMatch(ifMatch).named(), request)))
                        .flatMap(wording ->
                                wordings.replace(caller.group(), setting, wording, clock.instant(), caller.id()))
                        .then(audit.record(caller, "wording.changed", "wording", setting, setting))
                        .then(Mono.defer(() -> current(setting))));
    }

    private Mono<WordingView> current(UUID setting) {
        return wordings.find(setting)
                .defaultIfEmpty(Wording.NOT_CHOSEN)
                .map(wording -> WordingView.of(setting, wording));
    }

    private static Wording read(int seen, WordingRequest request) {
        Fields fields = new Fields();
        fields.required("/words", request.words(), List.of());
        List<WordRequest> given = fields.list("/words", request.words(), MOST_WORDS);
        List<ListedWord> words = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String word = fields.line("/words/" + i + "/word", given.get(i).word(), LONGEST_WORD);
            if (!word.isEmpty() && !Wording.canBeFound(word)) {
                fields.refuse("/words/" + i + "/word", "Please use a word with letters or figures.");
            }
            if (!known.add(word.toLowerCase(Locale.ROOT)) && !word.isEmpty()) {
                fields.refuse("/words/" + i + "/word", "This word is listed twice.");
            }
            words.add(new ListedWord(
                    word,
                    fields.required("/words/" + i + "/weight", given.get(i).weight(), ListedWord.Weight.NEVER)));
        }
        List<String> listed = fields.list("/ownContacts", request.ownContacts(), MOST_CONTACTS);
        List<String> contacts = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            String contact = fields.line("/ownContacts/" + i, listed.get(i), LONGEST_CONTACT);
            if (!contact.isEmpty() && !Wording.isContact(contact)) {
                fields.refuse("/ownContacts/" + i, "Please give a telephone number, an e-mail address or a postcode.");
            }
            contacts.add(contact);
        }
        fields.check();
        return new Wording(seen, words, contacts);
    }
}
