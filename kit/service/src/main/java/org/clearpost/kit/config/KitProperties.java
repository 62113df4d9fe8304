package org.clearpost.kit.config;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the platform tells each service about itself.
 *
 * @param issuer public address of the platform and issuer of its tokens, without a slash at the end
 * @param serviceSecret this service's client secret at identity
 * @param acrossRole database role that may read across groups
 * @param writesNeedFeeds names of feeds that must be connected before anything is written here
 * @param visitorPaths paths under {@code /api} for people who are not signed in, and for nobody else
 */
@ConfigurationProperties("clearpost")
public record KitProperties(
        String issuer,
        @DefaultValue("") String serviceSecret,
        String acrossRole,
        @DefaultValue List<String> writesNeedFeeds,
        @DefaultValue List<String> visitorPaths) {}
