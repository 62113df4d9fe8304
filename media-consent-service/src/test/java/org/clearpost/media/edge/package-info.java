@NullMarked
package org.clearpost.media.edge;

import org.jspecify.annotations.NullMarked;
