@NullMarked
package org.clearpost.media.deciding;

import org.jspecify.annotations.NullMarked;
