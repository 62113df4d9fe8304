/** API clients of a group: made, listed, ended by its admin. */
@NullMarked
package org.clearpost.identity.client;

import org.jspecify.annotations.NullMarked;
