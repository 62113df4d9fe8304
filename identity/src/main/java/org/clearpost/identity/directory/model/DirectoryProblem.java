package org.clearpost.identity.directory.model;

import org.clearpost.kit.problem.Kind;
import org.clearpost.kit.problem.Problem;

/** Why the directory refuses. */
public enum DirectoryProblem implements Problem {
    LAST_GROUP_ADMIN(
            Kind.CONFLICT,
            "directory.last-group-admin",
            "This person is the last group administrator. Give somebody else the post first."),
    POST_HELD_ALREADY(
            Kind.CONFLICT, "directory.post-held-already", "This person already holds this post during these days."),
    POST_ENDED(Kind.CONFLICT, "directory.post-ended", "This post has already ended."),
    PERSON_DISABLED(
            Kind.CONFLICT,
            "directory.person-disabled",
            "This person is disabled. Reinstate them before giving a post."),
    SETTING_CLOSED(Kind.CONFLICT, "directory.setting-closed", "This setting is closed."),
    NAME_TAKEN(Kind.CONFLICT, "directory.name-taken", "Another setting of this group has this name."),
    EMAIL_TAKEN(Kind.CONFLICT, "directory.email-taken", "Somebody else in this group has this e-mail address."),
    IMPORTER_LEFT(
            Kind.FORBIDDEN,
            "directory.importer-left",
            "Whoever confirmed this import is no longer a group administrator."),
    IMPORT_NOT_WAITING(
            Kind.CONFLICT, "directory.import-not-waiting", "This import was confirmed before, or cannot be confirmed.");

    private final Kind kind;
    private final String code;
    private final String title;

    DirectoryProblem(Kind kind, String code, String title) {
        this.kind = kind;
        this.code = code;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
