package org.clearpost.picturecleaner;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.png.PngMetadataReader;
import com.drew.imaging.webp.WebpMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jfif.JfifDirectory;
import com.drew.metadata.jfxx.JfxxDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.photoshop.PhotoshopDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a file says beside what it shows, in kinds, and which way up it is. What cannot be read is not told of, but it is
 * gone from the copy all the same: the copy is made from the picture's points alone.
 */
record Found(Set<Finding> findings, int orientation) {

    /** The words the service knows. */
    enum Finding {
        LOCATION,
        SERIAL_NUMBER,
        EMBEDDED_THUMBNAIL,
        COMMENT,
        OTHER_METADATA
    }

    private static final Set<Integer> WORDS = Set.of(
            ExifDirectoryBase.TAG_IMAGE_DESCRIPTION,
            ExifDirectoryBase.TAG_ARTIST,
            ExifDirectoryBase.TAG_COPYRIGHT,
            ExifDirectoryBase.TAG_USER_COMMENT,
            ExifDirectoryBase.TAG_CAMERA_OWNER_NAME,
            ExifDirectoryBase.TAG_WIN_TITLE,
            ExifDirectoryBase.TAG_WIN_COMMENT,
            ExifDirectoryBase.TAG_WIN_AUTHOR,
            ExifDirectoryBase.TAG_WIN_KEYWORDS,
            ExifDirectoryBase.TAG_WIN_SUBJECT);

    static Found in(byte[] file, Parts parts) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        if (parts.more()) {
            findings.add(Finding.OTHER_METADATA);
        }
        int orientation = 1;
        try {
            Metadata metadata = read(file, parts.kind());
            for (Directory directory : metadata.getDirectories()) {
                note(directory, findings);
            }
            orientation = orientation(metadata.getDirectoriesOfType(ExifIFD0Directory.class));
        } catch (IOException | ImageProcessingException | RuntimeException | StackOverflowError unreadable) {
            findings.add(Finding.OTHER_METADATA);
        }
        return new Found(findings, orientation);
    }

    private static Metadata read(byte[] file, Parts.Kind kind) throws IOException, ImageProcessingException {
        ByteArrayInputStream in = new ByteArrayInputStream(file);
        return switch (kind) {
            case JPEG -> JpegMetadataReader.readMetadata(in);
            case PNG -> PngMetadataReader.readMetadata(in);
            case WEBP -> WebpMetadataReader.readMetadata(in);
        };
    }

    private static void note(Directory directory, Set<Finding> findings) {
        boolean any = !directory.getTags().isEmpty();
        if (directory instanceof GpsDirectory) {
            // A version alone tells nothing of a place.
            if (directory.getTags().stream().anyMatch(tag -> tag.getTagType() != GpsDirectory.TAG_VERSION_ID)) {
                findings.add(Finding.LOCATION);
            }
        } else if (directory instanceof XmpDirectory xmp) {
            xmp.getXmpProperties().keySet().forEach(name -> noteProperty(name.toLowerCase(Locale.ROOT), findings));
        } else if (directory instanceof ExifThumbnailDirectory || directory instanceof JfxxDirectory) {
            if (any) {
                findings.add(Finding.EMBEDDED_THUMBNAIL);
            }
        } else if (directory instanceof JfifDirectory) {
            if (number(directory, JfifDirectory.TAG_THUMB_WIDTH) * number(directory, JfifDirectory.TAG_THUMB_HEIGHT)
                    > 0) {
                findings.add(Finding.EMBEDDED_THUMBNAIL);
            }
        } else if (directory instanceof PhotoshopDirectory) {
            if (directory.containsTag(PhotoshopDirectory.TAG_THUMBNAIL)
                    || directory.containsTag(PhotoshopDirectory.TAG_THUMBNAIL_OLD)) {
                findings.add(Finding.EMBEDDED_THUMBNAIL);
            }
        } else if (directory instanceof IptcDirectory) {
            noteIptc(directory, findings);
        } else if (directory instanceof JpegCommentDirectory
                || (directory instanceof PngDirectory && directory.containsTag(PngDirectory.TAG_TEXTUAL_DATA))) {
            findings.add(Finding.COMMENT);
        }
        for (Tag tag : directory.getTags()) {
            noteTag(directory, tag, findings);
        }
    }

    private static void noteTag(Directory directory, Tag tag, Set<Finding> findings) {
        if (tag.getTagName().contains("Serial")) {
            findings.add(Finding.SERIAL_NUMBER);
        }
        if (directory instanceof ExifDirectoryBase && WORDS.contains(tag.getTagType())) {
            String words = directory.getDescription(tag.getTagType());
            if (words != null && !words.isBlank()) {
                findings.add(Finding.COMMENT);
            }
        }
    }

    private static void noteIptc(Directory directory, Set<Finding> findings) {
        for (Tag tag : directory.getTags()) {
            switch (tag.getTagType()) {
                case IptcDirectory.TAG_CITY,
                        IptcDirectory.TAG_SUB_LOCATION,
                        IptcDirectory.TAG_PROVINCE_OR_STATE,
                        IptcDirectory.TAG_COUNTRY_OR_PRIMARY_LOCATION_CODE,
                        IptcDirectory.TAG_COUNTRY_OR_PRIMARY_LOCATION_NAME,
                        IptcDirectory.TAG_CONTENT_LOCATION_CODE,
                        IptcDirectory.TAG_CONTENT_LOCATION_NAME -> findings.add(Finding.LOCATION);
                case IptcDirectory.TAG_ENVELOPE_RECORD_VERSION,
                        IptcDirectory.TAG_APPLICATION_RECORD_VERSION,
                        IptcDirectory.TAG_CODED_CHARACTER_SET -> {
                    // Tells how the others are written.
                }
                default -> findings.add(Finding.COMMENT);
            }
        }
    }

    private static void noteProperty(String name, Set<Finding> findings) {
        if (name.contains("gps") || name.contains("location") || name.contains("city") || name.contains("country")) {
            findings.add(Finding.LOCATION);
        } else if (name.contains("serialnumber")) {
            findings.add(Finding.SERIAL_NUMBER);
        } else if (name.contains("thumbnail")) {
            findings.add(Finding.EMBEDDED_THUMBNAIL);
        } else if (name.startsWith("dc:")
                || name.contains("headline")
                || name.contains("caption")
                || name.contains("author")
                || name.contains("credit")
                || name.contains("person")) {
            findings.add(Finding.COMMENT);
        }
    }

    private static int orientation(Collection<ExifIFD0Directory> directories) {
        return directories.stream()
                .filter(directory -> directory.containsTag(ExifDirectoryBase.TAG_ORIENTATION))
                .mapToInt(directory -> number(directory, ExifDirectoryBase.TAG_ORIENTATION))
                .filter(turn -> turn >= 1 && turn <= 8)
                .findFirst()
                .orElse(1);
    }

    private static int number(Directory directory, int tag) {
        Integer number = directory.getInteger(tag);
        return number == null ? 0 : number;
    }
}
