package org.clearpost.incident.directory;

import org.clearpost.kit.feed.FeedEvent;
import org.clearpost.kit.feed.FeedHandler;
import org.clearpost.kit.tenancy.CallerEpochs;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the directory as this service needs it. Each event carries the full state of a setting or a person and replaces
 * what was known, so a repeat changes nothing. Events of other kinds are passed over.
 */
@Component
class DirectoryReader implements FeedHandler {

    private final DirectoryRepository repository;
    private final CallerEpochs epochs;

    DirectoryReader(DirectoryRepository repository, CallerEpochs epochs) {
        this.repository = repository;
        this.epochs = epochs;
    }

    @Override
    public Mono<Void> apply(FeedEvent event) {
        return switch (event.type()) {
            case "org.clearpost.directory.SettingChanged" ->
                repository.learnSetting(event.group(), event.subject(), event.data());
            case "org.clearpost.directory.PersonChanged" -> learnPerson(event).then(raiseEpoch(event));
            case "org.clearpost.directory.ClientChanged" -> raiseEpoch(event);
            default -> Mono.empty();
        };
    }

    private Mono<Void> learnPerson(FeedEvent event) {
        return repository
                .learnPerson(event.group(), event.subject(), event.data())
                .filter(news -> news)
                .flatMap(news -> repository
                        .forgetPosts(event.subject())
                        .thenMany(Flux.fromIterable(event.data().required("posts"))
                                .concatMap(post -> repository.learnPost(event.group(), event.subject(), post)))
                        .then());
    }

    private Mono<Void> raiseEpoch(FeedEvent event) {
        return epochs.raise(
                event.group(), event.subject(), event.data().required("epoch").asLong());
    }
}
