package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearpost.media.model.ListedWord.Weight;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("PST-14")
class WordScanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What a damn day|damn|damn",
                "DAMN!|damn|DAMN!",
                "Daaamn it|damn|Daaamn",
                "d4mn|damn|d4mn",
                "dämn|damn|dämn",
                "#damn|damn|damn",
                "no  way, José|no way|no  way",
                "No, way|no way|No, way",
                "sh!t and $h1t|shit|sh!t",
                "class 5 wins|5|5",
            })
    void findsAWord(String text, String listed, String found) {
        List<Span> spans = WordScan.of(text).find(listed);
        assertThat(spans).isNotEmpty();
        assertThat(text.substring(spans.getFirst().start(), spans.getFirst().end()))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Amsterdam noon|damn",
                "Scunthorpe|cunt",
                "dan|damn",
                "hello there|hell",
                "no other way|no way",
                "no|no way",
                "god|good",
                "...|damn",
                "class 5|...",
            })
    void leavesOtherWordsAlone(String text, String listed) {
        assertThat(WordScan.of(text).find(listed)).isEmpty();
    }

    @Test
    void findsEveryPlace() {
        assertThat(WordScan.of("damn damn Damn").find("damn"))
                .containsExactly(new Span(0, 4), new Span(5, 9), new Span(10, 14));
        assertThat(Span.cut("damn damn Damn", List.of(new Span(10, 14), new Span(0, 4), new Span(2, 6))))
                .isEqualTo("amn ");
        assertThat(Span.cut("abc", List.of())).isEqualTo("abc");
    }

    @Test
    void everyWordOfTheStarterListCanBeFound() {
        assertThat(Wording.STARTER).allMatch(listed -> Wording.canBeFound(listed.word()));
        assertThat(Wording.STARTER)
                .contains(new ListedWord("shit", Weight.NEVER), new ListedWord("damn", Weight.WITH_REASON));
        assertThat(Wording.canBeFound("!!")).isFalse();
        assertThat(Wording.isContact("office@oak.example")).isTrue();
        assertThat(Wording.isContact("the office")).isFalse();
        assertThat(Wording.isContact("password: lemonade")).isFalse();
    }
}
