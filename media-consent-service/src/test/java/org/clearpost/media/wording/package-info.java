@NullMarked
package org.clearpost.media.wording;

import org.jspecify.annotations.NullMarked;
