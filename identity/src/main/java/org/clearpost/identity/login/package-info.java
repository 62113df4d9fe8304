/** Signing in with e-mail and password, and setting the password. */
@NullMarked
package org.clearpost.identity.login;

import org.jspecify.annotations.NullMarked;
