/** Tells a person that an answer of theirs has changed, or that a post of theirs has to come down. */
@NullMarked
package org.clearpost.media.notices;

import org.jspecify.annotations.NullMarked;
