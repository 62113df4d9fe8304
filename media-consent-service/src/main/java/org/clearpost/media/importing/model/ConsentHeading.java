package org.clearpost.media.importing.model;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What a heading says an answer is for.
 *
 * <p>A heading that names two uses is left for a person to decide, and one about photos in general says nothing about
 * using them: consent to one purpose never covers another (requirement MED-05).
 */
record ConsentHeading(@Nullable Purpose purpose, List<Platform> channels) {

    private static final Set<String> PICTURES = Set.of(
            "photo",
            "photos",
            "photograph",
            "photographs",
            "photography",
            "photographic",
            "image",
            "images",
            "picture",
            "pictures",
            "video",
            "videos",
            "film",
            "filming",
            "media");
    private static final Set<String> CONSENT =
            Set.of("consent", "consents", "permission", "permissions", "allowed", "agreed", "ok", "given", "response");
    private static final Set<String> FILLERS = Set.of(
            "and",
            "or",
            "for",
            "on",
            "to",
            "use",
            "used",
            "of",
            "the",
            "in",
            "a",
            "an",
            "at",
            "my",
            "may",
            "be",
            "i",
            "we",
            "child",
            "children",
            "pupil",
            "student",
            "school",
            "nursery",
            "parent",
            "parental",
            "general",
            "code",
            "p",
            "our",
            "publish",
            "published",
            "publication",
            "publicity",
            "page",
            "pages",
            "post",
            "posts",
            "status");
    private static final Set<String> NOT_AN_ANSWER = Set.of(
            "date",
            "signed",
            "by",
            "email",
            "mail",
            "form",
            "kept",
            "version",
            "id",
            "guardian",
            "contact",
            "phone",
            "relationship",
            "comment",
            "comments",
            "note",
            "notes",
            "expiry",
            "address",
            "url",
            "link");

    /** Reads a heading, or nothing if it does not speak of consent to pictures. */
    static @Nullable ConsentHeading read(String heading) {
        List<String> words = Words.of(heading);
        if (words.isEmpty() || words.stream().anyMatch(NOT_AN_ANSWER::contains)) {
            return null;
        }
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        Set<Platform> channels = new LinkedHashSet<>();
        for (String word : words) {
            Platform platform = platform(word);
            if (platform != null) {
                channels.add(platform);
                purposes.add(Purpose.SOCIAL_MEDIA);
            }
            Purpose purpose = purpose(word);
            if (purpose != null) {
                purposes.add(purpose);
            }
        }
        String text = String.join(" ", words);
        if (text.contains("web site") || text.contains("web page")) {
            purposes.add(Purpose.WEBSITE);
        }
        if (text.contains("local media") || text.contains("notice board")) {
            purposes.add(text.contains("local media") ? Purpose.PRESS : Purpose.DISPLAY);
        }
        if (text.contains("full name")
                && words.stream().anyMatch(word -> CONSENT.contains(word) || word.startsWith("publish"))) {
            purposes.add(Purpose.FULL_NAME);
        }
        if (purposes.size() > 1) {
            return new ConsentHeading(null, List.of());
        }
        if (purposes.size() == 1) {
            Purpose purpose = purposes.iterator().next();
            return new ConsentHeading(purpose, purpose == Purpose.SOCIAL_MEDIA ? List.copyOf(channels) : List.of());
        }
        boolean plain = words.stream()
                .allMatch(word -> PICTURES.contains(word) || CONSENT.contains(word) || FILLERS.contains(word));
        if (plain && words.stream().anyMatch(PICTURES::contains)) {
            return new ConsentHeading(Purpose.TAKING, List.of());
        }
        return plain && words.stream().anyMatch(CONSENT::contains) ? new ConsentHeading(null, List.of()) : null;
    }

    /** "Photos", "Photograph student", "Image consent": pictures are named, a use of them is not. */
    static boolean isAboutPhotosInGeneral(String heading) {
        List<String> words = Words.of(heading);
        ConsentHeading read = read(heading);
        return read != null
                && read.purpose() == Purpose.TAKING
                && words.stream().anyMatch(PICTURES::contains);
    }

    private static @Nullable Purpose purpose(String word) {
        return switch (word) {
            case "website", "websites", "internet", "homepage" -> Purpose.WEBSITE;
            case "social", "socials" -> Purpose.SOCIAL_MEDIA;
            case "display", "displays", "wall", "walls", "noticeboard", "noticeboards" -> Purpose.DISPLAY;
            case "print",
                    "printed",
                    "prospectus",
                    "brochure",
                    "brochures",
                    "newsletter",
                    "newsletters",
                    "leaflet",
                    "leaflets",
                    "flyers",
                    "publications" -> Purpose.PRINT;
            case "press", "newspaper", "newspapers", "tv", "television" -> Purpose.PRESS;
            case "internal", "internally", "journal", "journals", "journey" -> Purpose.INTERNAL;
            case "taking", "photographed", "filmed" -> Purpose.TAKING;
            default -> null;
        };
    }

    private static @Nullable Platform platform(String word) {
        return switch (word) {
            case "facebook", "fb" -> Platform.FACEBOOK;
            case "instagram", "insta" -> Platform.INSTAGRAM;
            case "twitter", "x" -> Platform.X;
            case "youtube" -> Platform.YOUTUBE;
            case "tiktok" -> Platform.TIKTOK;
            case "linkedin" -> Platform.LINKEDIN;
            default -> null;
        };
    }
}
