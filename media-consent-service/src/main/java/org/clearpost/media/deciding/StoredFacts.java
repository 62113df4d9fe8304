package org.clearpost.media.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clearpost.media.model.AccountFacts;
import org.clearpost.media.model.ConsentFact;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.Facts;
import org.clearpost.media.model.Options;
import org.clearpost.media.model.PersonFacts;
import org.clearpost.media.model.PictureFacts;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.RestrictedDays;
import org.clearpost.media.model.Source;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.model.SubjectKind;
import org.clearpost.media.model.Wording;
import org.jspecify.annotations.Nullable;

/** The facts of a decision as they are kept with it, in a settled order. */
public record StoredFacts(
        AccountFacts account,
        boolean settingOpen,
        List<AccountFacts> others,
        List<StoredPerson> people,
        long optionsRevision,
        Map<String, String> options,
        Set<Source> silent,
        @Nullable Wording wording,
        @Nullable PictureFacts picture) {

    static StoredFacts of(Facts facts) {
        return new StoredFacts(
                facts.account(),
                facts.settingOpen(),
                facts.others(),
                facts.people().values().stream()
                        .sorted(Comparator.comparing(person -> person.id().value()))
                        .map(StoredPerson::of)
                        .toList(),
                facts.options().revision(),
                new TreeMap<>(facts.options().values()),
                new TreeSet<>(facts.silent()),
                facts.wording(),
                facts.picture());
    }

    public Facts facts() {
        return new Facts(
                account,
                settingOpen,
                others,
                people.stream().map(StoredPerson::person).collect(Collectors.toMap(PersonFacts::id, person -> person)),
                new Options(optionsRevision, options),
                silent,
                wording == null ? Wording.NOT_CHOSEN : wording,
                picture);
    }

    /** One person, with each answer in one line: a class of sixty is kept in a few kilobytes. */
    public record StoredPerson(
            UUID id,
            SubjectKind kind,
            String firstName,
            String surname,
            @Nullable LocalDate endedOn,
            int version,
            boolean held,
            List<String> consents,
            // Absent in decisions of before restrictions were kept.
            @Nullable List<String> restrictions) {

        static StoredPerson of(PersonFacts person) {
            return new StoredPerson(
                    person.id().value(),
                    person.kind(),
                    person.firstName(),
                    person.surname(),
                    person.endedOn(),
                    person.version(),
                    person.held(),
                    person.consents().stream().map(StoredPerson::line).toList(),
                    person.restrictions().stream().map(StoredPerson::days).toList());
        }

        PersonFacts person() {
            return new PersonFacts(
                    new SubjectId(id),
                    kind,
                    firstName,
                    surname,
                    endedOn,
                    version,
                    held,
                    consents.stream().map(StoredPerson::consent).toList(),
                    restrictions == null
                            ? List.of()
                            : restrictions.stream().map(StoredPerson::days).toList());
        }

        private static String days(RestrictedDays days) {
            return days.from() + " " + (days.until() == null ? "-" : days.until());
        }

        private static RestrictedDays days(String line) {
            String[] words = line.split(" ");
            return new RestrictedDays(
                    LocalDate.parse(words[0]), words[1].equals("-") ? null : LocalDate.parse(words[1]));
        }

        private static String line(ConsentFact consent) {
            return String.join(
                    " ",
                    consent.id().toString(),
                    Integer.toString(consent.revision()),
                    consent.purpose().name(),
                    consent.channel() == null ? "-" : consent.channel().name(),
                    consent.state().name(),
                    consent.validUntil() == null ? "-" : consent.validUntil().toString());
        }

        private static ConsentFact consent(String line) {
            String[] words = line.split(" ");
            return new ConsentFact(
                    UUID.fromString(words[0]),
                    Integer.parseInt(words[1]),
                    Purpose.valueOf(words[2]),
                    words[3].equals("-") ? null : Platform.valueOf(words[3]),
                    ConsentState.valueOf(words[4]),
                    words[5].equals("-") ? null : Instant.parse(words[5]));
        }
    }
}
