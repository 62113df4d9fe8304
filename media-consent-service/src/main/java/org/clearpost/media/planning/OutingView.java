package org.clearpost.media.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.media.model.AccountFacts;
import org.clearpost.media.model.AccountStatus;
import org.clearpost.media.model.Clearance;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Who will be cleared on one day for the channel of one account, class by class: no consent rows, no reason. */
record OutingView(
        UUID settingId,
        LocalDate on,
        OutingAccount account,
        Instant checkedAt,
        OutingCounts counts,
        List<OutingClass> classes) {

    record OutingAccount(UUID id, String name, Platform platform, AccountStatus status) {}

    record OutingCounts(int cleared, int notCleared, int notAsked) {

        static OutingCounts of(List<OutingPerson> people) {
            return new OutingCounts(
                    count(people, Clearance.CLEARED),
                    count(people, Clearance.NOT_CLEARED),
                    count(people, Clearance.NOT_ASKED));
        }

        private static int count(List<OutingPerson> people, Clearance clearance) {
            return (int) people.stream()
                    .filter(person -> person.clearance() == clearance)
                    .count();
        }
    }

    /**
     * One class.
     *
     * @param name absent for those in no class
     */
    record OutingClass(@Nullable String name, OutingCounts counts, List<OutingPerson> people) {}

    record OutingPerson(UUID id, SubjectKind kind, String firstName, String surname, Clearance clearance) {}

    /**
     * Groups those going by class, in the order they come; a class in which nobody is, is named too.
     *
     * @param asked the classes asked about; an empty name stands for no class
     */
    static OutingView of(
            AccountFacts account, LocalDate on, Instant checkedAt, List<String> asked, List<Going> people) {
        Map<String, List<OutingPerson>> byClass = new LinkedHashMap<>();
        asked.stream().sorted().forEach(name -> byClass.put(name, new ArrayList<>()));
        List<OutingPerson> everybody = new ArrayList<>();
        for (Going going : people) {
            OutingPerson person = new OutingPerson(
                    going.facts().id().value(),
                    going.facts().kind(),
                    going.facts().firstName(),
                    going.facts().surname(),
                    going.clearance());
            everybody.add(person);
            byClass.computeIfAbsent(going.className(), name -> new ArrayList<>())
                    .add(person);
        }
        return new OutingView(
                account.setting().value(),
                on,
                new OutingAccount(account.id().value(), account.name(), account.platform(), account.status()),
                checkedAt,
                OutingCounts.of(everybody),
                byClass.entrySet().stream()
                        .map(each -> new OutingClass(
                                each.getKey().isEmpty() ? null : each.getKey(),
                                OutingCounts.of(each.getValue()),
                                each.getValue()))
                        .toList());
    }
}
