/** Builds what is stale and unpacks it ready to run. */
@NullMarked
package org.clearpost.launcher.build;

import org.jspecify.annotations.NullMarked;
