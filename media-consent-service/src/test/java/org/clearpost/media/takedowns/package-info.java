@NullMarked
package org.clearpost.media.takedowns;

import org.jspecify.annotations.NullMarked;
