/**
 * Where login and directory meet inside identity: login asks {@code Directory}, the directory tells {@code Logins}.
 * Not in {@code model} because the answers come from the database and so are publishers.
 */
@NullMarked
package org.clearpost.identity.seam;

import org.jspecify.annotations.NullMarked;
