package org.clearpost.incident.config;

import org.clearpost.kit.feed.FeedHandler;
import org.clearpost.kit.feed.FeedSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this service hears of settings, people and posts. */
@Configuration(proxyBeanMethods = false)
class DirectoryFeed {

    @Bean
    FeedSubscription readDirectory(FeedHandler directory) {
        return new FeedSubscription("read-directory", "identity", directory);
    }
}
