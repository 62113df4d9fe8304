/** Options as settings and groups answer them. */
@NullMarked
package org.clearpost.policy.options;

import org.jspecify.annotations.NullMarked;
