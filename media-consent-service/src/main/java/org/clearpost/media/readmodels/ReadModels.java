package org.clearpost.media.readmodels;

import java.util.UUID;
import org.clearpost.kit.feed.FeedAges;
import org.clearpost.kit.feed.FeedEvent;
import org.clearpost.kit.feed.FeedSubscription;
import org.clearpost.kit.tenancy.CallerEpochs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The two feeds this service reads, and what it does with each event. Types it does not know it passes over. */
@Configuration(proxyBeanMethods = false)
class ReadModels {

    @Bean
    FeedSubscription readDirectory(ReadModelRepository known, CallerEpochs epochs) {
        return new FeedSubscription(Freshness.DIRECTORY_FEED, "identity", event -> switch (event.type()) {
            case "org.clearpost.directory.SettingChanged" -> known.replaceSetting(event);
            case "org.clearpost.directory.PersonChanged" ->
                known.replacePerson(event).then(raise(epochs, event));
            case "org.clearpost.directory.ClientChanged" -> raise(epochs, event);
            default -> Mono.empty();
        });
    }

    @Bean
    FeedSubscription readOptions(ReadModelRepository known) {
        return new FeedSubscription(
                Freshness.OPTIONS_FEED,
                "policy-service",
                event -> event.type().equals("org.clearpost.policy.OptionsChanged")
                        ? known.replaceOptions(event)
                        : Mono.empty());
    }

    @Bean
    Freshness freshness(FeedAges ages) {
        return new Freshness(ages);
    }

    private static Mono<Void> raise(CallerEpochs epochs, FeedEvent event) {
        UUID caller = event.subject();
        return epochs.raise(event.group(), caller, event.data().path("epoch").asLong());
    }
}
