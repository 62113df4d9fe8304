package org.clearpost.kit.feed;

import java.util.List;

/**
 * Some events of a feed, oldest first.
 *
 * @param next the cursor to ask with next; the one asked with when there was nothing new
 */
public record FeedPage(List<FeedEvent> events, String next) {}
