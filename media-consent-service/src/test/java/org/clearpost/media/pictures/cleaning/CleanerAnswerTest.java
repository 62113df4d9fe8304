package org.clearpost.media.pictures.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.model.PictureFinding;
import org.clearpost.media.pictures.model.PictureProblem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cleaning that was taken over by what it read could say anything; only a bare picture is believed. */
@Tag("SEC-13")
class CleanerAnswerTest {

    private static final byte[] JPEG = Drawn.jpeg(20, 10);
    private static final byte[] PNG = Drawn.png(20, 10);

    @Test
    void aBareCopyIsTaken() throws IOException {
        assertThat(answer("clean JPEG 20 10 " + JPEG.length + " LOCATION,COMMENT", JPEG)
                        .copy()
                        .findings())
                .isEqualTo(Set.of(PictureFinding.LOCATION, PictureFinding.COMMENT));
        assertThat(answer("clean PNG 20 10 " + PNG.length + " -", PNG).copy().findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"comment", "exif", "profile", "appended", "wrong size", "other kind"})
    void aCopyWithAnythingElseInItIsNot(String more) {
        byte[] content =
                switch (more) {
                    case "comment" -> Drawn.withSegment(JPEG, 0xFE, Drawn.ascii("x"));
                    case "exif" -> Drawn.withExif(JPEG, HostileFiles.exif(1));
                    case "profile" -> Drawn.withSegment(JPEG, 0xE2, Drawn.ascii("ICC_PROFILE\0\1\1x"));
                    case "appended" -> Exif.joined(JPEG, Drawn.ascii("x"));
                    case "other kind" -> PNG;
                    default -> JPEG;
                };
        int width = more.equals("wrong size") ? 21 : 20;
        assertNotBelieved("clean JPEG " + width + " 10 " + content.length + " -", content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tEXt", "eXIf", "iCCP", "PLTE"})
    void aPngWithAnotherChunkIsNot(String chunk) {
        byte[] content = Drawn.withChunk(PNG, chunk, new byte[3]);
        assertNotBelieved("clean PNG 20 10 " + content.length + " -", content);
    }

    @Test
    void aPngWithAnythingAppendedIsNot() {
        byte[] content = Exif.joined(PNG, Drawn.chunk("IEND", Drawn.ascii("x")));
        assertNotBelieved("clean PNG 20 10 " + content.length + " -", content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "clean",
                "clean GIF 20 10 5 -",
                "clean JPEG 20 10 99999999 -",
                "clean JPEG 20 10 5 NONSENSE",
                "clean JPEG -1 10 5 -",
                "refused NONSENSE",
                "Exception in thread"
            })
    void nonsenseIsNot(String line) {
        assertThatThrownBy(() -> answer(line, JPEG).copy())
                .satisfiesAnyOf(e -> assertThat(e).isInstanceOf(IOException.class), e -> assertThat(e)
                        .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problem())
                                .isEqualTo(PictureProblem.NOT_CLEANED)));
    }

    @Test
    void aCopyThatBreaksOffIsNot() {
        assertThatThrownBy(() -> answer("clean JPEG 20 10 " + JPEG.length + " -", Arrays.copyOf(JPEG, 100)))
                .isInstanceOf(IOException.class);
    }

    private static void assertNotBelieved(String line, byte[] content) {
        assertThatThrownBy(() -> answer(line, content).copy()).isInstanceOf(RefusedException.class);
    }

    private static CleanerAnswer answer(String line, byte[] content) throws IOException {
        return CleanerAnswer.read(new ByteArrayInputStream(Exif.joined(Drawn.ascii(line + "\n"), content)));
    }
}
