/** Restrictions by a court's order or for a dispute: recorded, ended and seen by heads and safeguarding leads alone. */
@NullMarked
package org.clearpost.media.restricting;

import org.jspecify.annotations.NullMarked;
