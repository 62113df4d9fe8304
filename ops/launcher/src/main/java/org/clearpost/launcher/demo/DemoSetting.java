package org.clearpost.launcher.demo;

import java.util.List;
import java.util.Map;

/** One of the four settings, and everything about it that is not a person. */
enum DemoSetting {
    NURSERY(
            "Little Wrens Nursery",
            "EARLY_YEARS",
            "WALES",
            "little-wrens.example",
            Map.of("SETTING_HEAD", "Nursery manager"),
            "CAUTIOUS_EARLY_YEARS",
            Map.of("OPT-14", "FIRST_ONLY"),
            List.of("Hatchlings", "Fledglings", "Swifts"),
            20,
            "029 2018 0",
            List.of(
                    new Account(
                            "FACEBOOK", "Little Wrens on Facebook", "https://facebook.example/little-wrens", "LIVE"),
                    new Account("WEBSITE", "Little Wrens website", "https://little-wrens.example", "LIVE"),
                    new Account("NEWSLETTER", "The Nest (newsletter)", "newsletter@little-wrens.example", "LIVE"))),
    SCHOOL(
            "Larkmere Primary School",
            "SCHOOL",
            "ENGLAND",
            "larkmere-primary.example",
            Map.of("SETTING_HEAD", "Headteacher"),
            "SCHOOL",
            Map.of(),
            List.of("Maple", "Oak", "Rowan", "Willow", "Hazel"),
            25,
            "0117 496 0",
            List.of(
                    new Account(
                            "FACEBOOK", "Larkmere Primary on Facebook", "https://facebook.example/larkmere", "LIVE"),
                    new Account("INSTAGRAM", "@larkmereprimary", "https://instagram.example/larkmereprimary", "LIVE"),
                    new Account("WEBSITE", "School website", "https://larkmere-primary.example", "LIVE"),
                    new Account("NEWSLETTER", "Friday newsletter", "office@larkmere-primary.example", "LIVE"),
                    new Account("YOUTUBE", "Larkmere Sports", "https://youtube.example/larkmere-sports", "SUSPENDED"))),
    PROVISION(
            "The Quay Provision",
            "ALTERNATIVE_PROVISION",
            "ENGLAND",
            "quay-provision.example",
            Map.of("SETTING_HEAD", "Managing partner"),
            "SCHOOL",
            Map.of("OPT-14", "NONE"),
            List.of("North Quay", "South Quay"),
            11,
            "0161 496 0",
            List.of(
                    new Account("INSTAGRAM", "@thequay", "https://instagram.example/thequay", "LIVE"),
                    new Account("WEBSITE", "Quay website", "https://quay-provision.example", "LIVE"),
                    new Account("LINKEDIN", "The Quay on LinkedIn", "https://linkedin.example/the-quay", "REQUESTED"))),
    YOUTH_SERVICE(
            "Millbrook Youth Service",
            "COUNCIL_SERVICE",
            "ENGLAND",
            "millbrook-council.example",
            Map.of("SETTING_HEAD", "Head of service", "LINE_MANAGER", "Team manager"),
            "COUNCIL_SERVICE",
            Map.of(),
            List.of("Skate club", "Music lab"),
            16,
            "0113 496 0",
            List.of(
                    new Account("X", "@millbrookyouth", "https://x.example/millbrookyouth", "LIVE"),
                    new Account("TIKTOK", "Millbrook Music Lab", "https://tiktok.example/millbrook-lab", "LIVE"),
                    new Account("WEBSITE", "Youth pages", "https://millbrook-council.example/youth", "LIVE")));

    /** The domain that all settings share. */
    static final String GROUP_DOMAIN = "larkmere-partnership.example";

    static final String GROUP = "Larkmere Partnership";

    /** An official account as its head registers it. */
    record Account(String platform, String name, String address, String status) {}

    private final String officialName;
    private final String type;
    private final String nation;
    private final String domain;
    private final Map<String, String> labels;
    private final String starterSet;
    private final Map<String, Object> ownOptions;
    private final List<String> groups;
    private final int childrenInEach;
    private final String phone;
    private final List<Account> accounts;

    DemoSetting(
            String officialName,
            String type,
            String nation,
            String domain,
            Map<String, String> labels,
            String starterSet,
            Map<String, Object> ownOptions,
            List<String> groups,
            int childrenInEach,
            String phone,
            List<Account> accounts) {
        this.officialName = officialName;
        this.type = type;
        this.nation = nation;
        this.domain = domain;
        this.labels = labels;
        this.starterSet = starterSet;
        this.ownOptions = ownOptions;
        this.groups = groups;
        this.childrenInEach = childrenInEach;
        this.phone = phone;
        this.accounts = accounts;
    }

    String officialName() {
        return officialName;
    }

    String type() {
        return type;
    }

    String nation() {
        return nation;
    }

    String domain() {
        return domain;
    }

    List<String> emailDomains() {
        return List.of(domain, GROUP_DOMAIN);
    }

    Map<String, String> labels() {
        return labels;
    }

    String starterSet() {
        return starterSet;
    }

    /** What it answers otherwise than its starter set. */
    Map<String, Object> ownOptions() {
        return ownOptions;
    }

    List<String> groups() {
        return groups;
    }

    int childrenInEach() {
        return childrenInEach;
    }

    /** A number of the ranges kept for drama: nobody is ever reached by it. */
    String phone(int extension) {
        return phone + (100 + extension);
    }

    List<Account> accounts() {
        return accounts;
    }
}
