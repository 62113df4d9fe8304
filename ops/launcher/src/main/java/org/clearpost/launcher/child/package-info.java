/** What runs inside each application's own process. */
@NullMarked
package org.clearpost.launcher.child;

import org.jspecify.annotations.NullMarked;
