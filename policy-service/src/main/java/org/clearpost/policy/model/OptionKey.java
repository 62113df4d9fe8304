package org.clearpost.policy.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The questions a setting answers about its policy; {@link #code()} is what other services and stored rows know.
 *
 * <p>OPT-31, what roles are called, is not among them: the directory keeps these words with the setting (UI-03).
 */
public enum OptionKey {
    EMPLOYER_ON_PROFILES("OPT-01"),
    CURRENT_FAMILIES("OPT-02"),
    FORMER_PUPILS("OPT-03"),
    OWN_COMMENTS("OPT-04"),
    WORK_TIME("OPT-05"),
    PUPIL_CONTACT("OPT-06"),
    OFFICIAL_PAGE("OPT-07"),
    OWN_DEVICES("OPT-08"),
    VISITOR_COMMENTS("OPT-09"),
    NEGATIVE_COMMENTS("OPT-10"),
    ACCOUNT_APPROVAL("OPT-11"),
    POST_APPROVAL("OPT-12"),
    FRIEND_REQUESTS("OPT-13"),
    CHILD_NAMES("OPT-14"),
    CHILD_CONSENT("OPT-15"),
    GROUP_EVENTS("OPT-16"),
    DECLARATION("OPT-17"),
    REVIEW("OPT-18"),
    FIRST_REPORT("OPT-19"),
    ADJUDICATOR("OPT-20"),
    POLITICS("OPT-21"),
    MONITORING("OPT-22"),
    REQUIRED_LINKS("OPT-23"),
    MEDIA_CONTACT("OPT-24"),
    BLOGS("OPT-25"),
    ACKNOWLEDGEMENT("OPT-26"),
    WRITING_STYLE("OPT-27"),
    DECLARATION_SCOPE("OPT-28"),
    COLLEAGUE_PICTURES("OPT-29"),
    OTHER_PAGES("OPT-30"),
    ENCYCLOPAEDIAS("OPT-32"),
    LEAVERS("OPT-33"),
    PROFESSIONAL_NETWORKS("OPT-34");

    private final String code;

    OptionKey(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<OptionKey> find(String code) {
        return Arrays.stream(values()).filter(key -> key.code.equals(code)).findFirst();
    }
}
