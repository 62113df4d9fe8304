package org.clearpost.media.pictures.cleaning;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.file.FileTypeDirectory;
import com.drew.metadata.jfif.JfifDirectory;
import com.drew.metadata.jpeg.HuffmanTablesDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a file still says beside what it shows, looked for in two ways: by reading it, and in its bare bytes. */
final class Traces {

    /** What says how the picture itself is written. */
    private static final Set<Class<?>> THE_PICTURE_ITSELF =
            Set.of(JpegDirectory.class, JfifDirectory.class, HuffmanTablesDirectory.class, FileTypeDirectory.class);

    private Traces() {}

    static List<String> in(byte[] file) {
        List<String> traces = new ArrayList<>();
        if (new String(file, StandardCharsets.ISO_8859_1).contains(HostileFiles.MARKER)) {
            traces.add("the marker, as it is");
        }
        try {
            for (Directory directory : ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
                    .getDirectories()) {
                boolean header =
                        directory instanceof PngDirectory && directory.containsTag(PngDirectory.TAG_IMAGE_WIDTH);
                boolean itself =
                        THE_PICTURE_ITSELF.contains(directory.getClass()) || directory instanceof WebpDirectory;
                if (!header && !itself && !directory.isEmpty()) {
                    traces.add(directory.toString());
                }
            }
        } catch (IOException | ImageProcessingException unreadable) {
            traces.add("it cannot be read: " + unreadable.getMessage());
        }
        return traces;
    }
}
