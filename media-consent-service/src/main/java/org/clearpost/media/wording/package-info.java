/** The words a setting keeps out of its posts. */
@NullMarked
package org.clearpost.media.wording;

import org.jspecify.annotations.NullMarked;
