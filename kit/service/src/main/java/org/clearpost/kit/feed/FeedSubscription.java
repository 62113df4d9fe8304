package org.clearpost.kit.feed;

/**
 * A feed this service reads. Declare one as a bean for each.
 *
 * @param name what people see on the status page, and the Resilience4j instance that guards the reading: {@code
 *     read-directory}
 * @param service whose feed it is, as discovery knows it
 */
public record FeedSubscription(String name, String service, FeedHandler handler) {}
