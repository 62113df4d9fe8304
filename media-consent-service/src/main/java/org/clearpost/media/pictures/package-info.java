/** Pictures somebody wants to post: cleaned on their way in, kept for a day, seen by the uploader alone. */
@NullMarked
package org.clearpost.media.pictures;

import org.jspecify.annotations.NullMarked;
