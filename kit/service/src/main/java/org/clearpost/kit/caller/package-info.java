/** Who is asking, as the verified token says. */
@NullMarked
package org.clearpost.kit.caller;

import org.jspecify.annotations.NullMarked;
