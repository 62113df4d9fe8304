package org.clearpost.launcher.demo;

import java.util.List;
import java.util.Map;

/** One child of a demo roster, with what each of their givers answered. */
record Child(String number, String first, String last, String group, List<Giver> givers) {

    /** What a form asks about, in the order of the columns. */
    enum Asked {
        TAKING("Photo consent"),
        WEBSITE("Website"),
        SOCIAL_MEDIA("Social media"),
        DISPLAY("Displays"),
        PRINT("Newsletter"),
        PRESS("Press"),
        INTERNAL("Internal use"),
        FULL_NAME("Full name consent");

        private final String heading;

        Asked(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }
    }

    /** The kinds of answers families give. */
    enum Answers {
        YES_TO_ALL(Map.of(Asked.PRESS, "Granted")),
        NO_PRESS(Map.of()),
        NO_SOCIAL_MEDIA(Map.of(Asked.SOCIAL_MEDIA, "Declined")),
        WEBSITE_ONLY(Map.of(Asked.SOCIAL_MEDIA, "Declined", Asked.DISPLAY, "Declined", Asked.PRINT, "Declined")),
        WITH_FULL_NAME(Map.of(Asked.FULL_NAME, "Granted")),
        REFUSED(Map.of(
                Asked.TAKING, "Declined",
                Asked.WEBSITE, "Declined",
                Asked.SOCIAL_MEDIA, "Declined",
                Asked.DISPLAY, "Declined",
                Asked.PRINT, "Declined",
                Asked.INTERNAL, "Declined")),
        NOT_ANSWERED(Map.of(
                Asked.TAKING, "",
                Asked.WEBSITE, "",
                Asked.SOCIAL_MEDIA, "",
                Asked.DISPLAY, "",
                Asked.PRINT, "",
                Asked.PRESS, "",
                Asked.INTERNAL, ""));

        private final Map<Asked, String> differing;

        Answers(Map<Asked, String> differing) {
            this.differing = differing;
        }

        String to(Asked asked) {
            var usual =
                    switch (asked) {
                        case PRESS -> "Declined";
                        case FULL_NAME -> "";
                        default -> "Granted";
                    };
            return differing.getOrDefault(asked, usual);
        }
    }

    /**
     * Who answered for the child.
     *
     * @param responsible what the school's system says of parental responsibility: Yes, No or nothing
     * @param kept where the signed form is; nothing when nobody knows, and then a yes does not count yet
     */
    record Giver(String name, String relation, String responsible, String email, Answers answers, String kept) {}
}
