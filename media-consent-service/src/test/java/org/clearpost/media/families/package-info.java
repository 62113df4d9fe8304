@NullMarked
package org.clearpost.media.families;

import org.jspecify.annotations.NullMarked;
