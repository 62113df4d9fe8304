package org.clearpost.kit.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One event of a feed, in the structured JSON form of CloudEvents 1.0.
 *
 * @param group extension attribute: the group the event belongs to
 * @param cursor extension attribute: what {@code after} must say to continue behind this event
 */
public record FeedEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        UUID subject,
        Instant time,
        String datacontenttype,
        @JsonProperty("groupid") UUID group,
        String cursor,
        JsonNode data) {}
