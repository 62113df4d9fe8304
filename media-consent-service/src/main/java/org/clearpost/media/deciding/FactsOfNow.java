package org.clearpost.media.deciding;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.media.access.Access;
import org.clearpost.media.deciding.DecisionRepository.Ground;
import org.clearpost.media.facts.PeopleFacts;
import org.clearpost.media.model.AccountFacts;
import org.clearpost.media.model.Facts;
import org.clearpost.media.model.PersonFacts;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.SettingId;
import org.clearpost.media.model.Source;
import org.clearpost.media.pictures.PictureRepository;
import org.clearpost.media.readmodels.Freshness;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads, inside the caller's transaction, everything that an answer rests on as it is committed at that moment. */
@Component
class FactsOfNow {

    private final PeopleFacts people;
    private final PictureRepository pictures;
    private final Freshness freshness;

    FactsOfNow(PeopleFacts people, PictureRepository pictures, Freshness freshness) {
        this.people = people;
        this.pictures = pictures;
        this.freshness = freshness;
    }

    Mono<Facts> read(Caller caller, Ground ground, Question question) {
        List<AccountFacts> others =
                Access.asks(caller, ground.account().setting().value()) ? ground.live() : ground.ownLive();
        SettingId setting = ground.account().setting();
        return people.read(setting, question.mentioned(), purposes(ground.account(), others))
                .collectMap(PersonFacts::id)
                .zipWhen(known -> Mono.justOrEmpty(question.picture())
                        .flatMap(picture -> pictures.facts(setting, picture))
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty()))
                .map(known -> new Facts(
                        ground.account(),
                        ground.open(),
                        others,
                        known.getT1(),
                        ground.options(),
                        silent(ground),
                        ground.wording(),
                        known.getT2().orElse(null)));
    }

    static boolean mayAsk(Caller caller, Ground ground) {
        UUID setting = ground.account().setting().value();
        return Access.asks(caller, setting) || (caller.isPerson() && ground.contributes() && caller.belongsTo(setting));
    }

    /** A setting the directory has not told of yet is as good as a silent directory. */
    private Set<Source> silent(Ground ground) {
        Set<Source> silent = freshness.silent();
        if (!ground.known()) {
            silent.add(Source.DIRECTORY);
        }
        return silent;
    }

    /** What answers are read about: whether anybody may be taken, named in full, and shown on each of these accounts. */
    static Set<Purpose> purposes(AccountFacts account, List<AccountFacts> others) {
        Set<Purpose> purposes = EnumSet.of(
                Purpose.TAKING, Purpose.FULL_NAME, account.platform().use().purpose());
        others.forEach(other -> purposes.add(other.platform().use().purpose()));
        return purposes;
    }
}
