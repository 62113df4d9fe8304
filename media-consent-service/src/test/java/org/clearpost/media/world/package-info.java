/** A school to ask about, and callers who ask. */
@NullMarked
package org.clearpost.media.world;

import org.jspecify.annotations.NullMarked;
