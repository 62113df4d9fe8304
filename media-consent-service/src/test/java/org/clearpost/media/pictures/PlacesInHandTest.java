package org.clearpost.media.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.pictures.model.PictureProblem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

@Tag("SEC-13")
class PlacesInHandTest {

    private static final UUID MARA = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID TOM = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final UUID ANN = UUID.fromString("00000000-0000-7000-8000-000000000003");

    private final PlacesInHand places = new PlacesInHand(2);

    @Test
    void onePersonHasOnePictureInHand() {
        Disposable first = places.during(MARA, Mono.never()).subscribe();
        assertRefused(MARA, PictureProblem.ONE_AT_A_TIME);
        first.dispose();
        assertThat(places.during(MARA, Mono.just("taken")).block()).isEqualTo("taken");
    }

    @Test
    void noMoreThanSomeAreHeld() {
        Disposable first = places.during(MARA, Mono.never()).subscribe();
        places.during(TOM, Mono.never()).subscribe();
        assertRefused(ANN, PictureProblem.BUSY);
        first.dispose();
        assertThat(places.during(ANN, Mono.just("taken")).block()).isEqualTo("taken");
    }

    @Test
    void aRefusalTakesNoPlace() {
        places.during(MARA, Mono.never()).subscribe();
        for (int i = 0; i < 5; i++) {
            assertRefused(MARA, PictureProblem.ONE_AT_A_TIME);
        }
        assertThat(places.during(TOM, Mono.just("taken")).block()).isEqualTo("taken");
    }

    private void assertRefused(UUID person, PictureProblem problem) {
        assertThatThrownBy(() -> places.during(person, Mono.just("taken")).block())
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(problem));
    }
}
