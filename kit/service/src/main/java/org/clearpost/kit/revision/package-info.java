/** Edits by several people at once: nobody overwrites what they have not seen. */
@NullMarked
package org.clearpost.kit.revision;

import org.jspecify.annotations.NullMarked;
