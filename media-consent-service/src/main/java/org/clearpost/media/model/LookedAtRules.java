package org.clearpost.media.model;

import java.util.List;

/** The rules that rest on the words, the picture, and what somebody who looked at the post says of it. */
final class LookedAtRules {

    static final List<Rule> ALL = List.of(
            new ColleaguesAgree(),
            new TickedRule(
                    "MED-08",
                    "Children in the picture agree to it themselves",
                    Presence::children,
                    Confirmation.SUBJECTS_AGREE,
                    "The children in it agree to the picture, as you say.",
                    "You have not said that the children in the picture agree to it themselves."),
            new TickedRule(
                    "MED-18",
                    "Whoever it tells of was asked, also those who have left",
                    Presence::peopleOrText,
                    Confirmation.COLLEAGUES_ASKED,
                    "Everybody whose matters it shows was asked, as you say, also those who have left.",
                    "You have not said that everybody whose matters it shows was asked, also those who have left."),
            new DeviceIsAllowed(),
            new PictureIsClean(),
            new TickedRule(
                    "PST-07",
                    "Children are suitably dressed",
                    Presence::children,
                    Confirmation.CLOTHING_SUITABLE,
                    "The children in it are suitably dressed, as you say.",
                    "You have not said that the children in the picture are suitably dressed."),
            new TickedRule(
                    "PST-08",
                    "The safeguarding policy has been followed",
                    Presence::anything,
                    Confirmation.SAFEGUARDING_POLICY,
                    "The safeguarding policy has been followed, as you say.",
                    "You have not said that the safeguarding policy has been followed."),
            new RightMedium(),
            new NothingPersonal(),
            new PositiveLight(),
            new NeutralAndFactual(),
            new TickedRule(
                    "PST-16",
                    "It asks nobody for personal details in public",
                    Presence::text,
                    Confirmation.NO_PERSONAL_DETAILS_ASKED,
                    "It asks nobody for personal details in public, as you say.",
                    "You have not said that it asks nobody for personal details in public."),
            new NobodyGivenAway(),
            new SelfCheckAnswered(),
            new PlaceIsNotTold());

    private LookedAtRules() {}
}
