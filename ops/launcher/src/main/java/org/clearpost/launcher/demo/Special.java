package org.clearpost.launcher.demo;

import java.util.Arrays;
import java.util.List;
import org.clearpost.launcher.demo.Child.Answers;
import org.clearpost.launcher.demo.Child.Giver;

/** One child for every case that a decision has to get right. */
enum Special {
    REFUSED(DemoSetting.SCHOOL, "Maple", "Yusuf", "Ormerod"),
    PENDING(DemoSetting.SCHOOL, "Maple", "Seren", "Quartey"),
    WEBSITE_ONLY(DemoSetting.SCHOOL, "Maple", "Leo", "Kilbride"),
    NOT_ASKED(DemoSetting.SCHOOL, "Maple", "Padma", "Keating"),
    /** Told apart from nobody: their first names and initials are the same. */
    ALIKE_ONE(DemoSetting.SCHOOL, "Maple", "Amara", "Bajwa"),
    ALIKE_TWO(DemoSetting.SCHOOL, "Maple", "Amara", "Berrow"),
    FULL_NAME(DemoSetting.SCHOOL, "Maple", "Otis", "Fenwick"),
    CLEARED(DemoSetting.SCHOOL, "Maple", "Zainab", "Hollis"),
    /** Everything is allowed on paper, and the safeguarding lead says otherwise. */
    HELD(DemoSetting.SCHOOL, "Maple", "Ruby", "Lanyon"),
    GUARDIANS_DISAGREE(DemoSetting.SCHOOL, "Oak", "Ivo", "Delacourt"),
    FACEBOOK_ONLY(DemoSetting.SCHOOL, "Oak", "Noor", "Pillai"),
    WITHDRAWN(DemoSetting.SCHOOL, "Oak", "Finlay", "Rosario"),
    LEFT(DemoSetting.SCHOOL, "Oak", "Juno", "Tavener"),
    FORM_MISSING(DemoSetting.SCHOOL, "Rowan", "Hamza", "Seddon"),
    HELD_AT_NURSERY(DemoSetting.NURSERY, "Swifts", "Cadi", "Maddocks"),
    REFUSED_AT_NURSERY(DemoSetting.NURSERY, "Swifts", "Teddy", "Idowu"),
    /** Old enough to be asked, and says no where the family said yes. */
    ABLE_SAYS_NO(DemoSetting.PROVISION, "North Quay", "Mila", "Corvino"),
    /** Old enough to be asked, and says yes alone. */
    ABLE_SAYS_YES(DemoSetting.PROVISION, "North Quay", "Dilan", "Garnett"),
    CARER(DemoSetting.PROVISION, "South Quay", "Efua", "Jarrow"),
    PRESS_ONLY_NO(DemoSetting.YOUTH_SERVICE, "Music lab", "Temi", "Vikander");

    private final DemoSetting setting;
    private final String group;
    private final String first;
    private final String last;

    Special(DemoSetting setting, String group, String first, String last) {
        this.setting = setting;
        this.group = group;
        this.first = first;
        this.last = last;
    }

    static List<Special> in(DemoSetting setting) {
        return Arrays.stream(values())
                .filter(special -> special.setting == setting)
                .toList();
    }

    DemoSetting setting() {
        return setting;
    }

    String group() {
        return group;
    }

    String first() {
        return first;
    }

    String last() {
        return last;
    }

    /** Who answered for this child before the file was written. */
    List<Giver> givers(Names names, String kept) {
        return switch (this) {
            case REFUSED, REFUSED_AT_NURSERY -> List.of(giver(names, "Mother", "Yes", Answers.REFUSED, kept));
            case PENDING -> List.of(giver(names, "Aunt", "", Answers.YES_TO_ALL, kept));
            case WEBSITE_ONLY -> List.of(giver(names, "Father", "Yes", Answers.WEBSITE_ONLY, kept));
            case NOT_ASKED, ABLE_SAYS_YES -> List.of(giver(names, "Mother", "Yes", Answers.NOT_ANSWERED, kept));
            case FULL_NAME -> List.of(giver(names, "Mother", "Yes", Answers.WITH_FULL_NAME, kept));
            case GUARDIANS_DISAGREE ->
                List.of(
                        giver(names, "Mother", "Yes", Answers.YES_TO_ALL, kept),
                        giver(names, "Father", "Yes", Answers.REFUSED, kept));
            case FORM_MISSING -> List.of(giver(names, "Father", "Yes", Answers.YES_TO_ALL, ""));
            case FACEBOOK_ONLY -> List.of(giver(names, "Mother", "Yes", Answers.NOT_ANSWERED, kept));
            case CARER -> List.of(giver(names, "Carer", "Yes", Answers.NO_PRESS, kept));
            case PRESS_ONLY_NO -> List.of(giver(names, "Mother", "Yes", Answers.NO_PRESS, kept));
            default -> List.of(giver(names, "Mother", "Yes", Answers.YES_TO_ALL, kept));
        };
    }

    private Giver giver(Names names, String relation, String responsible, Answers answers, String kept) {
        var name = names.relativeOf(last);
        return new Giver(name.full(), relation, responsible, name.email("family.example"), answers, kept);
    }
}
