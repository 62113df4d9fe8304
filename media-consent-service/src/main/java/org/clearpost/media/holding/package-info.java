/** "Must not be identified": placed, lifted and seen by safeguarding leads alone. */
@NullMarked
package org.clearpost.media.holding;

import org.jspecify.annotations.NullMarked;
