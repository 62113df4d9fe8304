/** One effect for one command, however often it arrives. */
@NullMarked
package org.clearpost.kit.idempotency;

import org.jspecify.annotations.NullMarked;
