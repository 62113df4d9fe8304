/** The load bench: every figure is a ratio to a limit measured in the same run, window by window in turn. */
@NullMarked
package org.clearpost.load;

import org.jspecify.annotations.NullMarked;
