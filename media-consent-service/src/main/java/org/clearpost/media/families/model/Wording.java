package org.clearpost.media.families.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clearpost.media.model.Purpose;

/**
 * What a family reads in one language. In a question {@code {child}} stands for the child's first name and
 * {@code {channel}} for where a picture would be shown.
 */
public record Wording(String introduction, String declaration, Map<Purpose, String> questions) {

    /** In the order they are asked. */
    public static final List<Purpose> ASKED = List.of(
            Purpose.TAKING,
            Purpose.INTERNAL,
            Purpose.DISPLAY,
            Purpose.PRINT,
            Purpose.WEBSITE,
            Purpose.SOCIAL_MEDIA,
            Purpose.PRESS,
            Purpose.FULL_NAME);

    public static final String CHILD = "{child}";

    public Wording {
        questions = Map.copyOf(questions);
    }

    /** The words a setting starts with, until it writes its own. */
    public static Map<Language, Wording> starter() {
        Map<Language, Wording> both = new EnumMap<>(Language.class);
        both.put(
                Language.EN,
                new Wording(
                        "We would like to take and use pictures of your children. You decide, use by use. Saying no makes"
                                + " no difference to how your child is treated. You can change any answer at any time, here and"
                                + " in the same way.",
                        "I have parental responsibility for the children named here, and these are my answers.",
                        Map.of(
                                Purpose.TAKING,
                                "May we take photographs and videos of {child}?",
                                Purpose.INTERNAL,
                                "May we use pictures of {child} for our own records and training?",
                                Purpose.DISPLAY,
                                "May we use pictures of {child} on displays inside our buildings?",
                                Purpose.PRINT,
                                "May we use pictures of {child} in newsletters and other print?",
                                Purpose.WEBSITE,
                                "May we use pictures of {child} on our website?",
                                Purpose.SOCIAL_MEDIA,
                                "May we use pictures of {child} on {channel}?",
                                Purpose.PRESS,
                                "May we give pictures of {child} to the press?",
                                Purpose.FULL_NAME,
                                "May we show the full name of {child} beside a picture?")));
        both.put(
                Language.CY,
                new Wording(
                        "Hoffem dynnu a defnyddio lluniau o'ch plant. Chi sy'n penderfynu, fesul defnydd. Nid yw dweud na yn"
                                + " gwneud unrhyw wahaniaeth i'r ffordd y caiff eich plentyn ei drin. Gallwch newid unrhyw ateb"
                                + " ar unrhyw adeg, yma ac yn yr un modd.",
                        "Mae gennyf gyfrifoldeb rhiant dros y plant a enwir yma, a dyma fy atebion.",
                        Map.of(
                                Purpose.TAKING,
                                "A gawn ni dynnu lluniau a fideos o {child}?",
                                Purpose.INTERNAL,
                                "A gawn ni ddefnyddio lluniau o {child} ar gyfer ein cofnodion a'n hyfforddiant ein hunain?",
                                Purpose.DISPLAY,
                                "A gawn ni ddefnyddio lluniau o {child} mewn arddangosfeydd yn ein hadeiladau?",
                                Purpose.PRINT,
                                "A gawn ni ddefnyddio lluniau o {child} mewn cylchlythyrau a deunydd print arall?",
                                Purpose.WEBSITE,
                                "A gawn ni ddefnyddio lluniau o {child} ar ein gwefan?",
                                Purpose.SOCIAL_MEDIA,
                                "A gawn ni ddefnyddio lluniau o {child} ar {channel}?",
                                Purpose.PRESS,
                                "A gawn ni roi lluniau o {child} i'r wasg?",
                                Purpose.FULL_NAME,
                                "A gawn ni ddangos enw llawn {child} wrth ymyl llun?")));
        return both;
    }
}
