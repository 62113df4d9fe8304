package org.clearpost.media.notices;

import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.paging.Page;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.notices.ReadNotices.NoticesView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One's own notices. */
@RestController
@RequestMapping("/api/media/notices")
class NoticeController {

    private final ReadNotices notices;

    NoticeController(ReadNotices notices) {
        this.notices = notices;
    }

    @GetMapping
    Mono<NoticesView> notices(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return notices.own(caller, Cursor.read(after, 1), Page.limit(limit));
    }

    /** This notice and every earlier one is seen. */
    @PostMapping("/{notice}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> seen(@PathVariable UUID notice, Caller caller) {
        return notices.seen(caller, notice);
    }
}
