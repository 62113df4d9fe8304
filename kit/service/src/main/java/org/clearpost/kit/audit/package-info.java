/** Who did what, written with the thing that was done. */
@NullMarked
package org.clearpost.kit.audit;

import org.jspecify.annotations.NullMarked;
