/** Published posts that have to come down, and the proof that they are gone. */
@NullMarked
package org.clearpost.media.takedowns;

import org.jspecify.annotations.NullMarked;
