/** "I posted it": registered only while it may be posted; and what is put right or called back later. */
@NullMarked
package org.clearpost.media.posting;

import org.jspecify.annotations.NullMarked;
