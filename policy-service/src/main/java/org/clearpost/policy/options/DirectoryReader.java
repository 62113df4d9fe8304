package org.clearpost.policy.options;

import java.util.UUID;
import org.clearpost.kit.feed.FeedEvent;
import org.clearpost.kit.feed.FeedHandler;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.tenancy.CallerEpochs;
import org.clearpost.policy.model.SettingId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Keeps what this service needs of the directory: which settings there are, and how new a caller's token must be.
 *
 * <p>A setting seen for the first time has its options told at once, so that others know it even before anybody
 * answered. Events of other kinds are passed over.
 */
@Component
class DirectoryReader implements FeedHandler {

    private final OptionsRepository repository;
    private final CallerEpochs epochs;
    private final Outbox outbox;

    DirectoryReader(OptionsRepository repository, CallerEpochs epochs, Outbox outbox) {
        this.repository = repository;
        this.epochs = epochs;
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> apply(FeedEvent event) {
        return switch (event.type()) {
            case "org.clearpost.directory.SettingChanged" -> learn(event.group(), event.subject(), event.data());
            case "org.clearpost.directory.PersonChanged", "org.clearpost.directory.ClientChanged" ->
                epochs.raise(
                        event.group(),
                        event.subject(),
                        event.data().required("epoch").asLong());
            default -> Mono.empty();
        };
    }

    /** Holds the group's answers first, so that one given at the same moment reaches this setting too. */
    private Mono<Void> learn(UUID group, UUID subject, JsonNode data) {
        SettingId setting = new SettingId(subject);
        return repository
                .holdGroup(group)
                .then(repository.learn(
                        group,
                        setting,
                        data.required("open").asBoolean(),
                        data.required("version").asLong()))
                .filter(first -> first)
                .flatMap(first -> repository.findSetting(setting))
                .flatMap(repository::inForce)
                .flatMap(inForce -> outbox.append(group, OptionsChanged.TYPE, subject, OptionsChanged.of(inForce)));
    }
}
