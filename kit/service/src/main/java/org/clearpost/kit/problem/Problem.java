package org.clearpost.kit.problem;

/**
 * A reason to refuse, named once per service in an enum. Codes such as {@code media.account-closed} are published:
 * their meaning never changes.
 */
public interface Problem {

    Kind kind();

    String code();

    /** One sentence a person can act on. */
    String title();
}
