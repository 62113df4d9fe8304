/** Identifiers that sort by the time they were made. */
@NullMarked
package org.clearpost.kit.ids;

import org.jspecify.annotations.NullMarked;
