/** Telling other services, and hearing from them, without a gap. */
@NullMarked
package org.clearpost.kit.feed;

import org.jspecify.annotations.NullMarked;
