/** What families are asked and by which links they come. */
@NullMarked
package org.clearpost.media.families.model;

import org.jspecify.annotations.NullMarked;
