/** The first visit: one group, its first setting, its first group admin. */
@NullMarked
package org.clearpost.identity.setup;

import org.jspecify.annotations.NullMarked;
