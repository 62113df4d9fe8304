/** People who may be pictured: lists, coverage, entering, correcting, ending. */
@NullMarked
package org.clearpost.media.roster;

import org.jspecify.annotations.NullMarked;
