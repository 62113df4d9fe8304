/** Starts, watches and stops the parts. */
@NullMarked
package org.clearpost.launcher.run;

import org.jspecify.annotations.NullMarked;
