/** Looking ahead and trying out: who will be cleared on a day, and what other options would have decided. */
@NullMarked
package org.clearpost.media.planning;

import org.jspecify.annotations.NullMarked;
