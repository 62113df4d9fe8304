package org.clearpost.media.pictures.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.pictures.cleaning.HostileFiles.Hostile;
import org.clearpost.media.pictures.model.CleanCopy;
import org.clearpost.media.pictures.model.PictureFormat;
import org.clearpost.media.pictures.model.PictureHeader;
import org.clearpost.media.pictures.model.PictureProblem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Real processes behind the real walls. The program's jars are there once the service is packaged. */
@Tag("SEC-13")
@Tag("IMG-08")
class CleanPicturesIT {

    private static final Scheduler THREADS = Schedulers.newBoundedElastic(2, 100, "test-cleaning");
    private static final CleanerProgram PROGRAM = CleanerProgram.laidOut(Walls.found());

    private static final List<Hostile> HOSTILE = HostileFiles.all();
    private static final Allowance SMALL = new Allowance(64, 512, 1);

    private static CleanPictures cleaner;

    @BeforeAll
    static void aCleaner() {
        cleaner = within(Duration.ofMinutes(2));
    }

    @AfterAll
    static void nothingIsLeftRunning() throws IOException {
        await().until(() -> children().isEmpty());
        THREADS.dispose();
        PROGRAM.close();
    }

    private static CleanPictures within(Duration longest) {
        return new CleanPictures(PROGRAM, new CleaningProperties(longest), THREADS, new SimpleMeterRegistry());
    }

    private static CleanCopy clean(byte[] file) {
        return clean(file, PictureHeader.of(file));
    }

    private static CleanCopy clean(byte[] file, PictureHeader header) {
        return Objects.requireNonNull(cleaner.clean(file, header).block());
    }

    static Stream<Hostile> hostileFiles() {
        return HOSTILE.stream();
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(HOSTILE).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    }

    /** Each cleaning has five seconds of the processor and its heap; whatever comes back has been looked at once more. */
    @ParameterizedTest
    @MethodSource("hostileFiles")
    @Tag("PST-30")
    void isRefusedOrNeutralised(Hostile hostile) throws IOException {
        CleanCopy copy;
        try {
            PictureHeader header = PictureHeader.of(hostile.file());
            assertThat(Allowance.of(header, hostile.file().length).cpuSeconds()).isEqualTo(5);
            copy = clean(hostile.file(), header);
        } catch (RefusedException refused) {
            assertThat(hostile.refusals()).contains((PictureProblem) refused.problem());
            return;
        }
        assertThat(hostile.refusals().isEmpty() || hostile.mayPass())
                .as("was not refused")
                .isTrue();
        assertThat(Traces.in(copy.content())).isEmpty();
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(copy.content()));
        assertThat(List.of(shown.getWidth(), shown.getHeight())).containsExactly(copy.width(), copy.height());
        assertThat(Math.max(copy.width(), copy.height())).isLessThanOrEqualTo(4096);
        if (!hostile.mayPass()) {
            assertThat(copy.findings()).containsExactlyInAnyOrderElementsOf(hostile.findings());
        }
        // The control: without the cleaning the same look finds what was put in.
        if (hostile.marked()) {
            assertThat(Traces.in(hostile.file())).isNotEmpty();
        }
    }

    /** The eight ways to hold a camera: red is top left when the picture is upright. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPictureIsUpright(int orientation) throws IOException {
        BufferedImage upright = Drawn.quarters(96, 64, BufferedImage.TYPE_INT_RGB);
        byte[] file = Drawn.withExif(
                Drawn.written("jpeg", held(upright, orientation), false), HostileFiles.exif(orientation));

        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(clean(file).content()));

        assertThat(List.of(shown.getWidth(), shown.getHeight())).containsExactly(96, 64);
        assertThat(List.of(colour(shown, 10, 10), colour(shown, 80, 10), colour(shown, 10, 50), colour(shown, 80, 50)))
                .containsExactly("red", "green", "blue", "white");
    }

    /** What a camera held that way would have written. */
    private static BufferedImage held(BufferedImage upright, int orientation) {
        boolean sideways = orientation >= 5;
        int width = sideways ? upright.getHeight() : upright.getWidth();
        int height = sideways ? upright.getWidth() : upright.getHeight();
        BufferedImage held = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = width - 1 - x;
                int fromY = height - 1 - y;
                held.setRGB(
                        x,
                        y,
                        switch (orientation) {
                            case 2 -> upright.getRGB(fromX, y);
                            case 3 -> upright.getRGB(fromX, fromY);
                            case 4 -> upright.getRGB(x, fromY);
                            case 5 -> upright.getRGB(y, x);
                            case 6 -> upright.getRGB(fromY, x);
                            case 7 -> upright.getRGB(fromY, fromX);
                            case 8 -> upright.getRGB(y, fromX);
                            default -> upright.getRGB(x, y);
                        });
            }
        }
        return held;
    }

    private static String colour(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        boolean red = colour.getRed() > 128;
        boolean green = colour.getGreen() > 128;
        boolean blue = colour.getBlue() > 128;
        return red && green && blue ? "white" : red ? "red" : green ? "green" : blue ? "blue" : "black";
    }

    @Test
    void aTransparentPictureStaysTransparent() throws IOException {
        BufferedImage image = Drawn.quarters(64, 64, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(5, 5, 0x40FF0000);

        CleanCopy copy = clean(Drawn.written("png", image, false));

        assertThat(copy.format()).isEqualTo(PictureFormat.PNG);
        assertThat(ImageIO.read(new ByteArrayInputStream(copy.content())).getRGB(5, 5))
                .isEqualTo(0x40FF0000);
    }

    @Test
    void aLargePictureIsMadeSmallerAndKeepsItsColours() throws IOException {
        CleanCopy copy = clean(Drawn.jpeg(6_000, 3_000));

        assertThat(List.of(copy.width(), copy.height())).containsExactly(4096, 2048);
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(copy.content()));
        assertThat(List.of(colour(shown, 10, 10), colour(shown, 4_000, 2_000))).containsExactly("red", "white");
    }

    /** The largest there may be, in each way a camera, a telephone or a scanner writes it. */
    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "progressive jpeg", "png", "webp", "webp without loss"})
    void aPictureOfSixtyMegapixelsIsCleaned(String kind) throws IOException {
        int width = 8_940;
        int height = 6_705;
        byte[] file =
                switch (kind) {
                    case "jpeg" -> Drawn.written("jpeg", Drawn.grained(width, height), false);
                    case "progressive jpeg" -> Drawn.written("jpeg", Drawn.grained(width, height), true);
                    case "png" -> Drawn.grainedPng(width, height);
                    case "webp" -> Drawn.lossy(width, height);
                    // Padded: a decoder is right to doubt so large a picture in forty bytes.
                    default ->
                        Drawn.webp(Drawn.part("VP8L", Exif.joined(Drawn.oneColour(width, height), new byte[200_000])));
                };

        CleanCopy copy = clean(file);

        assertThat(List.of(copy.width(), copy.height())).containsExactly(4096, 3072);
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(copy.content()));
        if (!kind.startsWith("webp")) {
            assertThat(List.of(
                            colour(shown, 10, 10),
                            colour(shown, 4_000, 10),
                            colour(shown, 10, 3_000),
                            colour(shown, 4_000, 3_000)))
                    .containsExactly("red", "green", "blue", "white");
        }
    }

    /** However a JPEG's scans are laid out, it is the same picture. */
    @Test
    void aProgressivePictureMakesTheSameCopyAsAnOrdinaryOne() {
        BufferedImage image = Drawn.grained(5_000, 300);

        assertThat(clean(Drawn.written("jpeg", image, true)).digest())
                .isEqualTo(clean(Drawn.written("jpeg", image, false)).digest());
    }

    /** A profile in which green and red have changed places: the copy shows what the picture showed. */
    @Test
    void coloursBecomeSRgb() throws IOException {
        byte[] swapped = HostileFiles.sRgb();
        swapTags(swapped, "rXYZ", "gXYZ");
        byte[] file = Drawn.withSegment(Drawn.jpeg(64, 64), 0xE2, Drawn.ascii("ICC_PROFILE\0\1\1"), swapped);

        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(clean(file).content()));

        assertThat(colour(shown, 10, 10)).isEqualTo("green");
        assertThat(colour(shown, 50, 10)).isEqualTo("red");
    }

    private static void swapTags(byte[] profile, String one, String other) {
        int first = new String(profile, StandardCharsets.ISO_8859_1).indexOf(one);
        int second = new String(profile, StandardCharsets.ISO_8859_1).indexOf(other);
        System.arraycopy(Drawn.ascii(other), 0, profile, first, 4);
        System.arraycopy(Drawn.ascii(one), 0, profile, second, 4);
    }

    @Test
    void theSamePictureMakesTheSameCopy() {
        byte[] file = Drawn.withExif(Drawn.jpeg(300, 200), HostileFiles.exif(6));

        assertThat(clean(file).digest()).isEqualTo(clean(file).digest());
    }

    @Test
    void aCleaningThatTakesTooLongIsEnded() {
        byte[] slow = Samples.slow();

        assertThatThrownBy(() -> within(Duration.ofMillis(1))
                        .clean(slow, PictureHeader.of(slow))
                        .block())
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(PictureProblem.NOT_CLEANED));
        await().until(() -> children().isEmpty());
    }

    @Test
    void nobodyWaitingEndsTheProcess() {
        byte[] file = Samples.slow();
        List<CleanCopy> copies = new ArrayList<>();

        Disposable waiting = cleaner.clean(file, PictureHeader.of(file)).subscribe(copies::add, refused -> {});
        Cleanings.hold();
        waiting.dispose();

        await().until(() -> children().isEmpty());
        assertThat(copies).isEmpty();
    }

    @Test
    void theProcessSeesNoneOfTheServicesSecrets() throws IOException {
        Process process = PROGRAM.start(SMALL);
        try {
            Path environment = Path.of("/proc", String.valueOf(process.pid()), "environ");
            if (Files.isReadable(environment)) {
                assertThat(Files.readString(environment).split("\0"))
                        .contains("LC_ALL=C")
                        .allMatch(variable -> variable.matches("(LC_ALL|MALLOC_ARENA_MAX|PWD|OLDPWD|SHLVL|_)=.*"));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void theWallsStand(@TempDir Path directory) throws IOException, InterruptedException {
        Walls walls = Walls.found();
        Path file = directory.resolve("written");
        if (walls.limits().contains(Walls.Limit.WRITTEN_FILES)) {
            run(walls.around(List.of("/bin/sh", "-c", "echo x > " + file), SMALL));
            assertThat(file).satisfiesAnyOf(path -> assertThat(path).doesNotExist(), path -> assertThat(path)
                    .isEmptyFile());
            // The control: without the wall the same command writes.
            run(List.of("/bin/sh", "-c", "echo x > " + file));
            assertThat(file).isNotEmptyFile();
        }
        if (walls.unshare() != null) {
            List<String> look = List.of("/bin/cat", "/proc/net/dev");
            assertThat(interfaces(run(walls.around(look, SMALL)))).containsExactly("lo");
        }
        if (walls.limits().contains(Walls.Limit.CPU_SECONDS)) {
            Process busy =
                    new ProcessBuilder(walls.around(List.of("/bin/sh", "-c", "while :; do :; done"), SMALL)).start();
            boolean ended = busy.waitFor(1, TimeUnit.MINUTES);
            busy.destroyForcibly();
            assertThat(ended).as("ended by its limit").isTrue();
        }
        if (walls.limits().contains(Walls.Limit.ADDRESS_SPACE)) {
            String allowed = run(walls.around(List.of("/bin/sh", "-c", "ulimit -v; ulimit -t; ulimit -c"), SMALL));
            assertThat(allowed.lines()).containsExactly(String.valueOf((64 + 512) * 1024), "1", "0");
        }
    }

    private static List<String> interfaces(String table) {
        return table.lines()
                .filter(line -> line.contains(":"))
                .map(line -> line.substring(0, line.indexOf(':')).strip())
                .toList();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().descendants().toList();
    }
}
