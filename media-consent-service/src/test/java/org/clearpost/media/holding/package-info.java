@NullMarked
package org.clearpost.media.holding;

import org.jspecify.annotations.NullMarked;
