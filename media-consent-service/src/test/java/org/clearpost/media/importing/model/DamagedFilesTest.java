package org.clearpost.media.importing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.clearpost.media.importing.model.ImportPlan.PlannedChild;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files damaged at random: each is read or refused in words, and none says yes where nobody wrote it. */
@Tag("SEC-13")
class DamagedFilesTest {

    private static final byte[] PIECES = "\",;\t\r\n=+-@\0\u00C3<?_'&ÿYyNn1".getBytes(StandardCharsets.ISO_8859_1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aDamagedTableIsReadOrRefused(long seed) {
        Random random = new Random(seed);
        byte[] whole = Examples.arborConsents();
        for (int round = 0; round < 120; round++) {
            byte[] damaged = whole.clone();
            int wounds = 1 + random.nextInt(8);
            for (int i = 0; i < wounds; i++) {
                damaged[random.nextInt(damaged.length)] =
                        random.nextBoolean() ? PIECES[random.nextInt(PIECES.length)] : (byte) random.nextInt(256);
            }
            read(damaged, "damaged.csv");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void aDamagedArchiveIsReadOrRefused(long seed) {
        Random random = new Random(seed);
        byte[] whole = Examples.oneRoster();
        for (int round = 0; round < 80; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 3; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            read(damaged, "damaged.zip");
        }
    }

    private static void read(byte[] content, String name) {
        try {
            RosterFile file = RosterFile.open(content, name, RosterFile.LIMITS);
            Mapping mapping = file.suggestion();
            if (!file.faults(mapping).isEmpty()) {
                return;
            }
            if (file.analyse(mapping, BatchDefaults.NONE, List.of(), null, Examples.TODAY)
                    instanceof Analysis.Planned planned) {
                check(planned.plan());
            }
        } catch (FileRefusedException refused) {
            assertThat(refused.sentence()).isNotBlank();
        }
    }

    private static void check(ImportPlan plan) {
        Set<String> numbers = new HashSet<>();
        for (PlannedChild child : plan.children()) {
            assertThat(child.firstName()).isNotBlank();
            assertThat(child.surname()).isNotBlank();
            assertThat(child.firstName() + child.surname()).doesNotContain("?", "_", "\uFFFD", "\0");
            if (child.externalId() != null) {
                assertThat(numbers.add(child.externalId())).isTrue();
            }
        }
        assertThat(plan.preview().accepted() + plan.preview().rejected())
                .isEqualTo(plan.preview().rows());
    }
}
