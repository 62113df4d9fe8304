/** Events that commit with the change they tell of. */
@NullMarked
package org.clearpost.kit.outbox;

import org.jspecify.annotations.NullMarked;
