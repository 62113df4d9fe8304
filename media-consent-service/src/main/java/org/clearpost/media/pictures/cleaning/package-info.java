/** Cleans one picture in a process of its own, behind whatever walls the machine offers. */
@NullMarked
package org.clearpost.media.pictures.cleaning;

import org.jspecify.annotations.NullMarked;
