@NullMarked
package org.clearpost.media.posting;

import org.jspecify.annotations.NullMarked;
