/** Reads what the decision and the roster rest on. */
@NullMarked
package org.clearpost.media.facts;

import org.jspecify.annotations.NullMarked;
