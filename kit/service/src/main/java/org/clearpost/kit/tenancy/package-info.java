/** Transactions that see the rows of one group only. */
@NullMarked
package org.clearpost.kit.tenancy;

import org.jspecify.annotations.NullMarked;
