@NullMarked
package org.clearpost.media.importing;

import org.jspecify.annotations.NullMarked;
