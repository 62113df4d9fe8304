/** What a picture file says of itself, and what a clean copy must be like. Plain Java: no decoder, no process. */
@NullMarked
package org.clearpost.media.pictures.model;

import org.jspecify.annotations.NullMarked;
