@NullMarked
package org.clearpost.media;

import org.jspecify.annotations.NullMarked;
