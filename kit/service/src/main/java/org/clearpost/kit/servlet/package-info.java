/** The servlet edge, for identity: callers and problems. */
@NullMarked
package org.clearpost.kit.servlet;

import org.jspecify.annotations.NullMarked;
