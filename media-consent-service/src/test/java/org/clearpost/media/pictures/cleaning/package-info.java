@NullMarked
package org.clearpost.media.pictures.cleaning;

import org.jspecify.annotations.NullMarked;
