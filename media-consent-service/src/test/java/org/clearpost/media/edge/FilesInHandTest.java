package org.clearpost.media.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class FilesInHandTest {

    private static final UUID OAKS = new UUID(0, 1);
    private static final UUID ELMS = new UUID(0, 2);
    private static final UUID ASHES = new UUID(0, 3);

    @Test
    void oneGroupNeverTakesEveryPlace() {
        FilesInHand inHand = new FilesInHand(4, 2);
        assertThat(inHand.take(OAKS)).isTrue();
        assertThat(inHand.take(OAKS)).isTrue();
        assertThat(inHand.take(OAKS)).isFalse();
        assertThat(inHand.take(ELMS)).isTrue();
        inHand.putBack(OAKS);
        assertThat(inHand.take(OAKS)).isTrue();
    }

    @Test
    void allGroupsTogetherStayWithinTheLimit() {
        FilesInHand inHand = new FilesInHand(3, 2);
        assertThat(inHand.take(OAKS)).isTrue();
        assertThat(inHand.take(OAKS)).isTrue();
        assertThat(inHand.take(ELMS)).isTrue();
        assertThat(inHand.take(ASHES)).isFalse();
        inHand.putBack(ELMS);
        assertThat(inHand.take(ASHES)).isTrue();
    }
}
