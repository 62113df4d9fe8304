@NullMarked
package org.clearpost.media.notices;

import org.jspecify.annotations.NullMarked;
