@NullMarked
package org.clearpost.media.planning;

import org.jspecify.annotations.NullMarked;
