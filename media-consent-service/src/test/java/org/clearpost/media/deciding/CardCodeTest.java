package org.clearpost.media.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.clearpost.kit.ids.Ids;
import org.junit.jupiter.api.Test;

class CardCodeTest {

    @Test
    void isTheEndOfTheId() {
        for (int i = 0; i < 1000; i++) {
            UUID id = Ids.next();
            String code = CardCode.of(id);
            String end = id.toString().substring(24);
            assertThat(CardCode.read(code)).contains(end);
            assertThat(CardCode.read(code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                    .contains(end);
        }
    }

    @Test
    void lettersThatLookAlikeAreTheSame() {
        assertThat(CardCode.read("O1I0L-00000")).isEqualTo(CardCode.read("01101-00000"));
    }

    @Test
    void nonsenseIsNoCode() {
        for (String typed : new String[] {"", "ABC", "ZZZZZ-ZZZZZ", "00000-0000U", "00000-00000-0"}) {
            assertThat(CardCode.read(typed)).as(typed).isEmpty();
        }
    }
}
