package org.clearpost.policy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StarterSetTest {

    static Stream<StarterSet> all() {
        return StarterSet.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void answersEveryOptionWithAValueItTakes(StarterSet set) {
        assertThat(set.values()).containsOnlyKeys(OptionKey.values());
        assertThat(set.values().keySet()).allSatisfy(key -> assertThat(
                        OptionCatalogue.definition(key).accept(set.values().get(key)))
                .isEqualTo(set.values().get(key)));
    }

    @Test
    void areToldApartByNameAndSayWhomTheyAreFor() {
        assertThat(StarterSet.all())
                .extracting(StarterSet::name)
                .containsExactly("CAUTIOUS_EARLY_YEARS", "SCHOOL", "COUNCIL_SERVICE");
        assertThat(StarterSet.all())
                .extracting(StarterSet::description)
                .doesNotHaveDuplicates()
                .allSatisfy(description -> assertThat(description).isNotBlank());
    }

    @Test
    @Tag("OPT-14")
    @Tag("OPT-16")
    void startCautiouslyWithTheYoungest() {
        StarterSet cautious = StarterSet.find("CAUTIOUS_EARLY_YEARS").orElseThrow();

        assertThat(cautious.values())
                .containsEntry(OptionKey.CHILD_NAMES, "NONE")
                .containsEntry(OptionKey.OWN_DEVICES, "FORBID")
                .containsEntry(OptionKey.GROUP_EVENTS, "EACH_IDENTIFIABLE");
        assertThat(List.of("SCHOOL", "COUNCIL_SERVICE"))
                .allSatisfy(name -> assertThat(StarterSet.find(name)).isPresent());
        assertThat(StarterSet.find("ANYTHING")).isEmpty();
    }
}
