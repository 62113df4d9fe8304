package org.clearpost.identity.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.clearpost.identity.directory.model.PostHeld;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.model.SettingId;
import org.jspecify.annotations.Nullable;

/** A post somebody holds, will hold or held. {@code to} is its last day. */
record PostView(
        UUID postId, @Nullable UUID settingId, RoleCode role, boolean deputy, LocalDate from, @Nullable LocalDate to) {

    static PostView of(PostHeld post) {
        SettingId setting = post.setting();
        return new PostView(
                post.id().value(),
                setting == null ? null : setting.value(),
                post.role(),
                post.deputy(),
                post.from(),
                post.to());
    }
}
