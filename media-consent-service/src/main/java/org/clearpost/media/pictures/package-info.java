/** Pictures, cleaned of everything but what they show. */
@NullMarked
package org.clearpost.media.pictures;

import org.jspecify.annotations.NullMarked;
