package org.clearpost.media.readmodels;

import java.util.EnumSet;
import java.util.Set;
import org.clearpost.kit.feed.FeedAges;
import org.clearpost.media.model.Source;

/** Whether what other services own can still be relied on: each feed must have answered within 30 seconds. */
public final class Freshness {

    static final String DIRECTORY_FEED = "read-directory";
    static final String OPTIONS_FEED = "read-options";

    private final FeedAges ages;

    Freshness(FeedAges ages) {
        this.ages = ages;
    }

    /** What could not be asked lately. */
    public Set<Source> silent() {
        Set<Source> silent = EnumSet.noneOf(Source.class);
        if (!ages.connected(DIRECTORY_FEED)) {
            silent.add(Source.DIRECTORY);
        }
        if (!ages.connected(OPTIONS_FEED)) {
            silent.add(Source.OPTIONS);
        }
        return silent;
    }
}
