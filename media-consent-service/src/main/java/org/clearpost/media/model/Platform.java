package org.clearpost.media.model;

/** Where an official account lives, and which use of a picture posting there is. */
public enum Platform {
    FACEBOOK("Facebook"),
    INSTAGRAM("Instagram"),
    X("X"),
    YOUTUBE("YouTube"),
    TIKTOK("TikTok"),
    LINKEDIN("LinkedIn"),
    WEBSITE("the website"),
    NEWSLETTER("the newsletter"),
    OTHER("another platform");

    private final String words;

    Platform(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The consent that a post on this platform needs. */
    public Use use() {
        return switch (this) {
            case WEBSITE -> new Use(Purpose.WEBSITE, null);
            case NEWSLETTER -> new Use(Purpose.PRINT, null);
            default -> new Use(Purpose.SOCIAL_MEDIA, this);
        };
    }

    /** Whether an answer about social media may be narrowed to this platform. */
    public boolean isSocial() {
        return use().channel() != null;
    }

    /** Whether every post here has a web address of its own. */
    public boolean isOnTheWeb() {
        return this != NEWSLETTER && this != OTHER;
    }
}
