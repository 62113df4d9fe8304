/** A small service of notes, there to show what the kit guarantees. */
@NullMarked
package org.clearpost.kit.notes;

import org.jspecify.annotations.NullMarked;
