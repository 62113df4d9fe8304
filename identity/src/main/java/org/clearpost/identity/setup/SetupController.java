package org.clearpost.identity.setup;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The first visit to a new installation, before anybody can sign in. */
@RestController
@RequestMapping("/api/directory/setup")
class SetupController {

    private final SetUp setUp;

    SetupController(SetUp setUp) {
        this.setUp = setUp;
    }

    @GetMapping
    Mono<SetupNeeded> needed() {
        return setUp.needed().map(SetupNeeded::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<SetupView> setUp(@RequestBody SetupRequest body, HttpServletRequest request) {
        return setUp.setUp(body, request.getRemoteAddr());
    }

    record SetupNeeded(boolean needed) {}

    record SetupRequest(
            @Nullable String code,
            @Nullable FirstGroup group,
            @Nullable FirstSetting setting,
            @Nullable FirstAdmin admin) {}

    record FirstGroup(@Nullable String name) {}

    record FirstSetting(
            @Nullable String officialName,
            @Nullable String type,
            @Nullable String nation,
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> emailDomains) {}

    record FirstAdmin(@Nullable String name, @Nullable String email, @Nullable String password) {}

    record SetupView(UUID groupId, UUID settingId, UUID personId) {}
}
