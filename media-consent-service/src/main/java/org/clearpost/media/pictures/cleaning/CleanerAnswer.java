package org.clearpost.media.pictures.cleaning;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.model.PictureFinding;
import org.clearpost.media.pictures.model.CleanCopy;
import org.clearpost.media.pictures.model.PictureFormat;
import org.clearpost.media.pictures.model.PictureProblem;
import org.jspecify.annotations.Nullable;

/** What a cleaning said: a line, and a copy. Read as something a stranger might have written. */
record CleanerAnswer(@Nullable CleanCopy read, PictureProblem refusal) {

    private static final int LONGEST_LINE = 200;
    private static final Pattern CLEAN =
            Pattern.compile("clean (JPEG|PNG) (\\d{1,4}) (\\d{1,4}) (\\d{1,8}) ([A-Z_,]+|-)");

    static CleanerAnswer read(InputStream in) throws IOException {
        String line = line(in);
        Matcher clean = CLEAN.matcher(line);
        if (!clean.matches()) {
            return new CleanerAnswer(
                    null,
                    switch (line) {
                        case "refused DAMAGED" -> PictureProblem.DAMAGED;
                        case "refused MOVING" -> PictureProblem.MOVING;
                        default -> PictureProblem.NOT_CLEANED;
                    });
        }
        int length = Integer.parseInt(clean.group(4));
        if (length > CleanCopy.LARGEST) {
            throw new IOException("The copy is too large");
        }
        byte[] content = in.readNBytes(length);
        if (content.length < length || in.read() >= 0) {
            throw new IOException("The copy is not as long as was said");
        }
        CleanCopy copy = CleanCopy.of(
                PictureFormat.valueOf(clean.group(1)),
                Integer.parseInt(clean.group(2)),
                Integer.parseInt(clean.group(3)),
                content,
                findings(clean.group(5)));
        return new CleanerAnswer(copy, PictureProblem.NOT_CLEANED);
    }

    CleanCopy copy() {
        if (read == null) {
            throw new RefusedException(refusal);
        }
        return read;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) next);
            next = in.read();
        }
        return line.toString();
    }

    private static Set<PictureFinding> findings(String words) throws IOException {
        Set<PictureFinding> findings = EnumSet.noneOf(PictureFinding.class);
        if (!words.equals("-")) {
            for (String word : words.split(",", -1)) {
                try {
                    findings.add(PictureFinding.valueOf(word));
                } catch (IllegalArgumentException unknown) {
                    throw new IOException("No finding is called " + word, unknown);
                }
            }
        }
        return findings;
    }
}
