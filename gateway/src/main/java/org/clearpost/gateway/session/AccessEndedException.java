package org.clearpost.gateway.session;

/** Identity no longer vouches for this caller: disabled, signed out elsewhere, or the login has run its time. */
public final class AccessEndedException extends RuntimeException {

    AccessEndedException(String why) {
        super(why, null, false, false);
    }
}
