package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.media.model.ConsentState.REFUSED;
import static org.clearpost.media.model.Fixtures.FACEBOOK;
import static org.clearpost.media.model.Fixtures.SITE;
import static org.clearpost.media.model.Fixtures.about;
import static org.clearpost.media.model.Fixtures.facts;
import static org.clearpost.media.model.Fixtures.options;
import static org.clearpost.media.model.Fixtures.social;
import static org.clearpost.media.model.Fixtures.uuid;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a decision about many people and a long text costs, counted and not timed. */
@Tag("PST-06")
class ReadingTest {

    private static final int PEOPLE = 60;
    private static final int LONGEST_CAPTION = 10_000;

    @Test
    void aTextThatNoEditChangesIsTakenApartOnce() {
        Reading reading = new Reading();
        Decision decision = decide(padded("Such a fine day by the lake, everybody. "), REFUSED, reading);
        assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
        assertThat(decision.remedies()).hasSizeGreaterThan(2 * PEOPLE);
        assertThat(reading.parsed()).as("caption, tag and link").isEqualTo(3);
        assertThat(reading.searched()).isEqualTo(3 * PEOPLE);
    }

    @Test
    void aTextFullOfNamesIsTakenApartOnceForEachEditThatChangesIt() {
        String everybody = IntStream.range(0, PEOPLE)
                .mapToObj(i -> first(i) + " " + surname(i))
                .collect(Collectors.joining(", ", "Well done ", "! "));
        Reading reading = new Reading();
        Decision decision = decide(padded(everybody), REFUSED, reading);
        int edits = decision.remedies().size();
        assertThat(edits).isGreaterThan(2 * PEOPLE);
        // Leaving somebody out and covering them give the same caption; one more for everybody at once.
        assertThat(reading.parsed()).isLessThanOrEqualTo(3 + 2 * PEOPLE + 10);
        assertThat(reading.searched()).isLessThanOrEqualTo((3 + 2 * PEOPLE + 10) * PEOPLE);
    }

    private static Decision decide(String caption, ConsentState state, Reading reading) {
        PersonFacts[] people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> Fixtures.child(id(i), first(i), surname(i), false, social(state)))
                .toArray(PersonFacts[]::new);
        Question question = about(
                        IntStream.range(0, PEOPLE).mapToObj(ReadingTest::id).toArray(SubjectId[]::new))
                .caption(caption)
                .hashtags("#oaklane")
                .links("https://oak.example/lake")
                .question();
        Facts facts = facts(FACEBOOK, List.of(SITE), options(Options.NAME_FORMAT, "FIRST_INITIAL"), people);
        return MayWePost.decide(question, facts, RuleSet.CURRENT, reading, new Scans(facts.wording()));
    }

    private static String padded(String text) {
        return text.repeat(LONGEST_CAPTION / text.length() + 1).substring(0, LONGEST_CAPTION);
    }

    private static SubjectId id(int number) {
        return new SubjectId(uuid(100 + number));
    }

    private static String first(int number) {
        return "Kid" + letter(number / 8) + letter(number % 8);
    }

    private static String surname(int number) {
        return "Moor" + letter(number % 8) + letter(number / 8);
    }

    private static char letter(int number) {
        return (char) ('a' + number);
    }
}
