package org.clearpost.media.pictures;

import org.clearpost.media.model.PictureFacts;
import org.clearpost.media.model.PictureId;
import org.clearpost.media.model.SettingId;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Cleaned pictures. None is kept yet, so that no picture counts as cleaned. */
@Repository
public class PictureRepository {

    /** What a decision may know of a picture; empty when it is unknown, not ready, expired or another setting's. */
    public Mono<PictureFacts> facts(SettingId setting, PictureId picture) {
        return Mono.empty();
    }
}
