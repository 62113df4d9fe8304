@NullMarked
package org.clearpost.media.pictures;

import org.jspecify.annotations.NullMarked;
