/** Refusals and failures as RFC 9457 problem documents. */
@NullMarked
package org.clearpost.kit.problem;

import org.jspecify.annotations.NullMarked;
