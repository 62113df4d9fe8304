/** Lists, a page at a time. */
@NullMarked
package org.clearpost.kit.paging;

import org.jspecify.annotations.NullMarked;
