package org.clearpost.media.pictures.cleaning;

import static org.clearpost.media.model.PictureFinding.COMMENT;
import static org.clearpost.media.model.PictureFinding.EMBEDDED_THUMBNAIL;
import static org.clearpost.media.model.PictureFinding.LOCATION;
import static org.clearpost.media.model.PictureFinding.OTHER_METADATA;
import static org.clearpost.media.model.PictureFinding.SERIAL_NUMBER;
import static org.clearpost.media.pictures.cleaning.Drawn.ascii;
import static org.clearpost.media.pictures.model.PictureProblem.DAMAGED;
import static org.clearpost.media.pictures.model.PictureProblem.HEIC;
import static org.clearpost.media.pictures.model.PictureProblem.MOVING;
import static org.clearpost.media.pictures.model.PictureProblem.NOT_A_PICTURE;
import static org.clearpost.media.pictures.model.PictureProblem.NOT_CLEANED;
import static org.clearpost.media.pictures.model.PictureProblem.TOO_LARGE;
import static org.clearpost.media.pictures.model.PictureProblem.TOO_MANY_POINTS;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.clearpost.media.model.PictureFinding;
import org.clearpost.media.pictures.cleaning.Exif.Directory;
import org.clearpost.media.pictures.model.PictureProblem;

/** Files somebody might send by malice, by accident, or from an ordinary telephone. All made here. */
final class HostileFiles {

    /** What must be nowhere in a copy. */
    static final String MARKER = "CANARY-7Q2X";

    private static final int SCAN = 0xDA;

    /**
     * A file and what becomes of it.
     *
     * @param refusals how it may be refused; empty when it must become a clean copy
     * @param mayPass whether it may also become one
     * @param marked whether the marker is in it
     */
    record Hostile(
            String name,
            byte[] file,
            Set<PictureProblem> refusals,
            boolean mayPass,
            Set<PictureFinding> findings,
            boolean marked) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Hostile> all = new ArrayList<>();

    private HostileFiles() {}

    static List<Hostile> all() {
        HostileFiles files = new HostileFiles();
        files.whatIsNoPicture();
        files.whatIsTooLarge();
        files.whatIsDamaged();
        files.bombs();
        files.words();
        files.traps();
        files.appended();
        files.shapes();
        return files.all;
    }

    private void refused(String name, byte[] file, PictureProblem... refusals) {
        all.add(new Hostile(name, file, Set.of(refusals), false, Set.of(), false));
    }

    /** Held by its limits either way. */
    private void bounded(String name, byte[] file) {
        all.add(new Hostile(name, file, Set.of(NOT_CLEANED, DAMAGED), true, Set.of(), false));
    }

    private void cleaned(String name, byte[] file, PictureFinding... findings) {
        all.add(new Hostile(name, file, Set.of(), false, Set.of(findings), false));
    }

    private void marked(String name, byte[] file, PictureFinding... findings) {
        all.add(new Hostile(name, file, Set.of(), false, Set.of(findings), true));
    }

    private void whatIsNoPicture() {
        refused("nothing", new byte[0], NOT_A_PICTURE);
        refused("one byte", new byte[] {(byte) 0xFF}, NOT_A_PICTURE);
        refused("svg", ascii("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), NOT_A_PICTURE);
        refused("html", ascii("<!doctype html><script>alert(1)</script>"), NOT_A_PICTURE);
        refused(
                "xml with an entity",
                ascii("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"),
                NOT_A_PICTURE);
        refused("gif", Drawn.written("gif", Drawn.quarters(4, 4, BufferedImage.TYPE_INT_RGB), false), NOT_A_PICTURE);
        refused("bmp", Drawn.written("bmp", Drawn.quarters(4, 4, BufferedImage.TYPE_INT_RGB), false), NOT_A_PICTURE);
        refused("tiff", Exif.of(new Directory().number(0x100, 1)), NOT_A_PICTURE);
        refused("zip", ascii("PK\3\4 and so on"), NOT_A_PICTURE);
        refused("pdf", ascii("%PDF-1.7 and so on"), NOT_A_PICTURE);
        refused("heic called jpg", Exif.joined(new byte[] {0, 0, 0, 24}, ascii("ftypheic\0\0\0\0mif1heic")), HEIC);
        refused("heif called png", Exif.joined(new byte[] {0, 0, 0, 24}, ascii("ftypmif1\0\0\0\0mif1heic")), HEIC);
        refused("film", Exif.joined(new byte[] {0, 0, 0, 24}, ascii("ftypmp42\0\0\0\0mp42isom")), NOT_A_PICTURE);
    }

    private void whatIsTooLarge() {
        refused("png of 60,000 by 60,000", Drawn.emptyPng(60_000, 60_000, 8, 2, 100), TOO_MANY_POINTS);
        refused(
                "png of 2^31 - 1 a side",
                Drawn.emptyPng(Integer.MAX_VALUE, Integer.MAX_VALUE, 1, 0, 9),
                TOO_MANY_POINTS);
        byte[] jpeg = Drawn.jpeg(16, 16);
        int frame = find(jpeg, 0xC0);
        byte[] giant = jpeg.clone();
        Arrays.fill(giant, frame + 5, frame + 9, (byte) 0xFF);
        refused("jpeg of 65,535 by 65,535", giant, TOO_MANY_POINTS);
        refused(
                "webp with a giant canvas",
                Drawn.webp(Drawn.canvas(0, 1 << 24, 1 << 24), Drawn.part("VP8L", Drawn.oneColour(16384, 16384))),
                DAMAGED);
        refused(
                "webp of 16,384 by 16,384",
                Drawn.webp(Drawn.part("VP8L", Drawn.oneColour(16384, 16384))),
                TOO_MANY_POINTS);
        refused(
                "webp with loss, of 16,383 by 16,383",
                Drawn.webp(Drawn.part(
                        "VP8 ",
                        new byte[] {0, 0, 0, (byte) 0x9D, 1, 0x2A, (byte) 0xFF, 0x3F, (byte) 0xFF, 0x3F, 0, 0})),
                TOO_MANY_POINTS);
        refused("a file of more than 20 MB", Exif.joined(jpeg, new byte[20 * 1024 * 1024]), TOO_LARGE);
    }

    private void whatIsDamaged() {
        byte[] jpeg = Drawn.jpeg(64, 64);
        byte[] png = Drawn.png(64, 64);
        refused("jpeg cut off in its header", Arrays.copyOf(jpeg, 30), DAMAGED);
        refused("jpeg cut off in its scan", Arrays.copyOf(jpeg, jpeg.length - 40), DAMAGED);
        refused("jpeg that is its first three bytes", Arrays.copyOf(jpeg, 3), DAMAGED);
        refused("jpeg and noise", Exif.joined(Arrays.copyOf(jpeg, 3), noise(4_000)), DAMAGED);
        byte[] flat = jpeg.clone();
        int frame = find(flat, 0xC0);
        flat[frame + 5] = 0;
        flat[frame + 6] = 0;
        refused("jpeg of no height", flat, DAMAGED);
        refused(
                "jpeg with a segment longer than the file",
                Exif.joined(
                        Arrays.copyOf(jpeg, 2), new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) 0xFF, (byte) 0xFF, 'E'}),
                DAMAGED);
        refused("jpeg with two frames", twice(jpeg, frame), NOT_CLEANED);
        byte[] arithmetic = jpeg.clone();
        arithmetic[frame + 1] = (byte) 0xC9;
        refused("jpeg coded in an unknown way", arithmetic, NOT_CLEANED);
        refused("png cut off", Arrays.copyOf(png, png.length - 30), DAMAGED);
        byte[] wrongSum = png.clone();
        wrongSum[png.length - 20] ^= 1;
        refused("png with a wrong sum", wrongSum, DAMAGED);
        refused("png without pixels", Exif.joined(Arrays.copyOf(png, 33), Drawn.chunk("IEND", new byte[0])), DAMAGED);
        byte[] longChunk = png.clone();
        longChunk[33] = 0x7F;
        refused("png with a chunk longer than the file", longChunk, DAMAGED);
        refused("moving png", Drawn.withChunk(png, "acTL", new byte[8]), MOVING);
        refused(
                "moving webp",
                Drawn.webp(Drawn.canvas(2, 8, 8), Drawn.part("ANIM", new byte[6]), Drawn.part("ANMF", new byte[24])),
                MOVING);
        refused(
                "webp that says two sizes",
                Drawn.webp(Drawn.canvas(0, 8, 8), Drawn.part("VP8L", Drawn.oneColour(9, 9))),
                DAMAGED);
        refused(
                "webp longer than itself",
                Exif.joined(ascii("RIFF"), new byte[] {-1, -1, -1, 127}, ascii("WEBPVP8 ")),
                DAMAGED);
        refused(
                "webp and noise",
                Drawn.webp(Drawn.part("VP8L", Exif.joined(Arrays.copyOf(Drawn.oneColour(64, 64), 5), noise(500)))),
                DAMAGED,
                NOT_CLEANED);
    }

    private void bombs() {
        byte[] png = Drawn.png(64, 64);
        bounded("png of 476 MB in half a megabyte", Drawn.emptyPng(7_000, 8_500, 16, 6, 8_500L * (1 + 7_000 * 8)));
        bounded("webp of 59 megapixels in 30 bytes", Drawn.webp(Drawn.part("VP8L", Drawn.oneColour(7_700, 7_700))));
        bounded(
                "profile of 400 MB",
                Drawn.withChunk(png, "iCCP", Exif.joined(ascii("x\0\0"), Drawn.zeros(400_000_000))));
        bounded("words of 600 MB", Drawn.withChunk(png, "zTXt", Exif.joined(ascii("x\0\0"), Drawn.zeros(600_000_000))));
        bounded(
                "words of 600 MB, international",
                Drawn.withChunk(png, "iTXt", Exif.joined(ascii("x\0\1\0\0\0"), Drawn.zeros(600_000_000))));
        bounded("pixels that are far more than the header says", Drawn.emptyPng(4, 4, 8, 2, 300_000_000));
        byte[] progressive = Drawn.progressive(256, 256);
        refused("jpeg with two thousand scans", scans(progressive, 2_000), NOT_CLEANED);
        bounded("jpeg with forty scans", scans(progressive, 30));
        bounded(
                "xmp that laughs a billion times",
                Drawn.withSegment(Drawn.jpeg(64, 64), 0xE1, ascii("http://ns.adobe.com/xap/1.0/\0"), ascii(laughs())));
    }

    private void words() {
        byte[] jpeg = Drawn.jpeg(64, 64);
        byte[] png = Drawn.png(64, 64);
        marked(
                "jpeg that says where",
                Drawn.withExif(jpeg, exif(1)),
                LOCATION,
                SERIAL_NUMBER,
                COMMENT,
                EMBEDDED_THUMBNAIL,
                OTHER_METADATA);
        marked(
                "jpeg whose small picture says where",
                Drawn.withExif(
                        jpeg,
                        Exif.of(
                                new Directory().text(0x10F, "Camera"),
                                new Directory().number(0x8827, 100),
                                place(),
                                Drawn.withExif(Drawn.jpeg(16, 16), exif(1)))),
                LOCATION,
                EMBEDDED_THUMBNAIL,
                OTHER_METADATA);
        marked(
                "jpeg whose camera notes its number",
                Drawn.withExif(
                        jpeg,
                        Exif.of(
                                new Directory().text(0x10F, "Canon").text(0x110, MARKER),
                                new Directory().raw(0x927C, 7, notes().length, notes()),
                                new Directory().raw(0, 1, 4, new byte[] {2, 3, 0, 0}),
                                new byte[0])),
                SERIAL_NUMBER,
                OTHER_METADATA);
        marked(
                "xmp that says where",
                xmp(jpeg, "exif:GPSLatitude='51,30.1N' exif:GPSLongitude='0,7W' dc:source='" + MARKER + "'"),
                LOCATION,
                COMMENT,
                OTHER_METADATA);
        marked("xmp with a number", xmp(jpeg, "aux:SerialNumber='" + MARKER + "'"), SERIAL_NUMBER, OTHER_METADATA);
        marked(
                "xmp in two parts",
                Drawn.withSegment(
                        jpeg,
                        0xE1,
                        ascii("http://ns.adobe.com/xmp/extension/\0"),
                        ascii("0".repeat(32)),
                        new byte[8],
                        ascii(MARKER)),
                OTHER_METADATA);
        marked(
                "iptc with a name",
                Drawn.withSegment(jpeg, 0xED, ascii("Photoshop 3.0\0"), iptc(0x78, MARKER), iptc(0x5A, "Anytown")),
                COMMENT,
                LOCATION,
                OTHER_METADATA);
        marked("jpeg with a comment", Drawn.withSegment(jpeg, 0xFE, ascii(MARKER)), COMMENT);
        marked("jpeg with a segment nobody knows", Drawn.withSegment(jpeg, 0xEB, ascii(MARKER)), OTHER_METADATA);
        marked(
                "jpeg with a small picture of the old kind",
                Drawn.withSegment(
                        Drawn.withSegment(jpeg, 0xFE, ascii(MARKER)), 0xE0, ascii("JFXX\0\20"), Drawn.jpeg(8, 8)),
                EMBEDDED_THUMBNAIL,
                COMMENT,
                OTHER_METADATA);
        marked("png with words", Drawn.withChunk(png, "tEXt", ascii("Author\0" + MARKER)), COMMENT);
        marked(
                "png with packed words",
                Drawn.withChunk(png, "zTXt", Exif.joined(ascii("Comment\0\0"), Drawn.packed(ascii(MARKER)))),
                COMMENT);
        marked(
                "png with exif",
                Drawn.withChunk(png, "eXIf", exif(1)),
                LOCATION,
                SERIAL_NUMBER,
                COMMENT,
                EMBEDDED_THUMBNAIL,
                OTHER_METADATA);
        marked(
                "png with a time",
                Drawn.withChunk(
                        Drawn.withChunk(png, "tIME", new byte[] {7, (byte) 234, 5, 1, 9, 0, 0}), "prVt", ascii(MARKER)),
                OTHER_METADATA);
        byte[] picture = Drawn.part("VP8L", Drawn.oneColour(64, 48));
        marked(
                "webp with exif and xmp",
                Drawn.webp(
                        Drawn.canvas(0x0C, 64, 48),
                        picture,
                        Drawn.part("EXIF", exif(1)),
                        Drawn.part("XMP ", ascii("<x>" + MARKER + "</x>"))),
                LOCATION,
                SERIAL_NUMBER,
                COMMENT,
                EMBEDDED_THUMBNAIL,
                OTHER_METADATA);
        marked("webp with a part nobody knows", Drawn.webp(picture, Drawn.part("JUNK", ascii(MARKER))), OTHER_METADATA);
    }

    private void traps() {
        byte[] jpeg = Drawn.jpeg(64, 64);
        byte[] circle = Exif.joined(
                Exif.header(),
                new Directory().text(0x10E, MARKER).offset(0x8769, 8).at(8, 8));
        marked("exif that goes in a circle", Drawn.withExif(jpeg, circle), COMMENT, OTHER_METADATA);
        marked(
                "exif with giant counts",
                Drawn.withExif(
                        jpeg,
                        Exif.of(new Directory()
                                .text(0x10E, MARKER)
                                .raw(0x9286, 7, Integer.MAX_VALUE, new byte[8])
                                .raw(0x110, 5, -1, new byte[8]))),
                COMMENT,
                OTHER_METADATA);
        marked(
                "exif that points beyond its end",
                Drawn.withExif(
                        jpeg,
                        Exif.of(new Directory()
                                .text(0x10E, MARKER)
                                .offset(0x8769, 0x7FFFFFFF)
                                .offset(0x8825, -1))),
                COMMENT,
                OTHER_METADATA);
        Directory many = new Directory().text(0x10E, MARKER);
        for (int i = 0; i < 4_000; i++) {
            many.number(0x9000 + i % 100, i);
        }
        marked("exif with four thousand entries", Drawn.withExif(jpeg, Exif.of(many)), COMMENT, OTHER_METADATA);
        marked(
                "exif that is noise",
                Drawn.withExif(jpeg, Exif.joined(Exif.header(), noise(3_000), ascii(MARKER))),
                OTHER_METADATA);
        marked(
                "profile that is noise",
                Drawn.withSegment(jpeg, 0xE2, ascii("ICC_PROFILE\0\1\1"), noise(3_000), ascii(MARKER)));
        marked(
                "profile cut off",
                Drawn.withSegment(jpeg, 0xE2, ascii("ICC_PROFILE\0\1\1"), Arrays.copyOf(sRgb(), 300), ascii(MARKER)));
        marked(
                "profile that says more",
                Drawn.withSegment(jpeg, 0xE2, ascii("ICC_PROFILE\0\1\1"), Arrays.copyOf(sRgb(), 2_000), ascii(MARKER)));
        marked(
                "xmp that reads a file",
                xmp(jpeg, "dc:title='x'", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"),
                OTHER_METADATA);
    }

    private void appended() {
        byte[] jpeg = Drawn.jpeg(64, 64);
        byte[] script = ascii("<script>/*" + MARKER + "*/alert(1)</script>");
        marked("jpeg and a script", Exif.joined(jpeg, script), OTHER_METADATA);
        marked("jpeg that is html too", Drawn.withSegment(jpeg, 0xFE, ascii("--><html><body>"), script), COMMENT);
        marked("jpeg and a zip", Exif.joined(jpeg, ascii("PK\3\4" + MARKER)), OTHER_METADATA);
        marked(
                "jpeg and a film",
                Exif.joined(jpeg, new byte[] {0, 0, 0, 24}, ascii("ftypmp42" + MARKER)),
                OTHER_METADATA);
        marked("jpeg and another one", Exif.joined(jpeg, Drawn.withExif(Drawn.jpeg(32, 32), exif(1))), OTHER_METADATA);
        marked("png and a script", Exif.joined(Drawn.png(64, 64), script), OTHER_METADATA);
        marked(
                "webp and a script",
                Exif.joined(Drawn.webp(Drawn.part("VP8L", Drawn.oneColour(64, 64))), script),
                OTHER_METADATA);
    }

    private void shapes() {
        cleaned("jpeg of one point", Drawn.jpeg(1, 1));
        cleaned("png of one point", Drawn.png(1, 1));
        cleaned("webp of one point", Drawn.webp(Drawn.part("VP8L", Drawn.oneColour(1, 1))));
        cleaned("png of 8,193 by 1", Drawn.png(8_193, 1));
        cleaned("jpeg of 1 by 20,000", Drawn.jpeg(1, 20_000));
        cleaned("png of 1,000,000 by 1", Drawn.emptyPng(1_000_000, 1, 1, 0, 125_001));
        bounded("png of 50,000,000 by 1", Drawn.emptyPng(50_000_000, 1, 1, 0, 6_250_001));
        cleaned("progressive jpeg", Drawn.progressive(300, 200));
        cleaned("grey jpeg", Drawn.written("jpeg", Drawn.quarters(64, 64, BufferedImage.TYPE_BYTE_GRAY), false));
        cleaned("grey png", Drawn.written("png", Drawn.quarters(64, 64, BufferedImage.TYPE_BYTE_GRAY), false));
        cleaned(
                "black and white png",
                Drawn.written("png", Drawn.quarters(64, 64, BufferedImage.TYPE_BYTE_BINARY), false));
        cleaned(
                "png with a palette",
                Drawn.written("png", Drawn.quarters(64, 64, BufferedImage.TYPE_BYTE_INDEXED), false));
        cleaned("png of sixteen bits", Drawn.written("png", sixteenBits(), false));
        cleaned(
                "grey png of sixteen bits",
                Drawn.written("png", Drawn.quarters(64, 64, BufferedImage.TYPE_USHORT_GRAY), false));
        cleaned("jpeg for printers", adobe(Drawn.fourInks(64, 64), 0));
        cleaned("jpeg for printers, of the other kind", adobe(Drawn.fourInks(64, 64), 2));
        cleaned("jpeg for printers that does not say so", Drawn.fourInks(64, 64));
        cleaned("jpeg with much padding", padded(Drawn.jpeg(64, 64)));
    }

    /** Everything a telephone writes. */
    static byte[] exif(int orientation) {
        return Exif.of(
                new Directory()
                        .text(0x10E, MARKER + " description")
                        .text(0x10F, "Maker")
                        .number(0x112, orientation),
                new Directory().text(0xA430, "Owner " + MARKER).text(0xA431, "SN-" + MARKER),
                place(),
                Drawn.jpeg(16, 16));
    }

    private static Directory place() {
        return new Directory()
                .raw(0, 1, 4, new byte[] {2, 3, 0, 0})
                .text(1, "N")
                .fractions(2, 51, 1, 30, 1, 1234567, 100000)
                .text(3, "W")
                .fractions(4, 0, 1, 7, 1, 7654321, 1000000)
                .text(0x1D, MARKER);
    }

    /** Canon's notes are a directory of their own; 0x0C is the camera's number. */
    private static byte[] notes() {
        return new Directory().offset(0x0C, 123_456_789).number(0x10, 1).at(0, 0);
    }

    private static byte[] xmp(byte[] jpeg, String attributes, String... before) {
        String packet = String.join("", before)
                + "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description rdf:about='" + MARKER + "' xmlns:exif='http://ns.adobe.com/exif/1.0/'"
                + " xmlns:aux='http://ns.adobe.com/exif/1.0/aux/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
                + attributes + "/></rdf:RDF></x:xmpmeta>";
        return Drawn.withSegment(jpeg, 0xE1, ascii("http://ns.adobe.com/xap/1.0/\0"), ascii(packet));
    }

    private static byte[] iptc(int tag, String words) {
        byte[] record = Exif.joined(
                new byte[] {0x1C, 2, (byte) tag, 0, (byte) words.length()},
                ascii(words),
                new byte[words.length() + 5 & 1]);
        return Exif.joined(
                ascii("8BIM"),
                new byte[] {4, 4, 0, 0},
                ByteBuffer.allocate(4).putInt(record.length).array(),
                record);
    }

    private static String laughs() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 12; i++) {
            doctype.append("<!ENTITY l")
                    .append(i)
                    .append(" '")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        return doctype + "]><x:xmpmeta xmlns:x='adobe:ns:meta/'>&l11;</x:xmpmeta>";
    }

    private static byte[] adobe(byte[] jpeg, int transform) {
        return Drawn.withSegment(jpeg, 0xEE, ascii("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, (byte) transform});
    }

    private static byte[] padded(byte[] jpeg) {
        byte[] padding = new byte[100_000];
        Arrays.fill(padding, (byte) 0xFF);
        return Exif.joined(Arrays.copyOf(jpeg, 2), padding, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static BufferedImage sixteenBits() {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 32, 32, 3, null);
        for (int i = 0; i < 32; i++) {
            raster.setPixel(i, i, new int[] {65_535, 30_000, 100});
        }
        ComponentColorModel model = new ComponentColorModel(
                java.awt.color.ColorSpace.getInstance(java.awt.color.ColorSpace.CS_sRGB),
                false,
                false,
                java.awt.Transparency.OPAQUE,
                DataBuffer.TYPE_USHORT);
        return new BufferedImage(model, raster, false, null);
    }

    static byte[] sRgb() {
        return java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_sRGB)
                .getData();
    }

    private static byte[] twice(byte[] jpeg, int frame) {
        int length = 2 + (jpeg[frame + 2] << 8 | jpeg[frame + 3]);
        byte[] again = Arrays.copyOfRange(jpeg, frame, frame + length);
        return Exif.joined(Arrays.copyOf(jpeg, frame), again, Arrays.copyOfRange(jpeg, frame, jpeg.length));
    }

    /** The last scan, over and over again. */
    private static byte[] scans(byte[] jpeg, int times) {
        int last = 0;
        for (int i = 2; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) SCAN) {
                last = i;
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(jpeg, 0, last);
        for (int i = 0; i < times; i++) {
            all.write(jpeg, last, jpeg.length - 2 - last);
        }
        all.write(jpeg, jpeg.length - 2, 2);
        return all.toByteArray();
    }

    private static int find(byte[] jpeg, int marker) {
        for (int i = 2; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) marker) {
                return i;
            }
        }
        throw new IllegalStateException("No such marker");
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new java.util.Random(7).nextBytes(noise);
        return noise;
    }
}
