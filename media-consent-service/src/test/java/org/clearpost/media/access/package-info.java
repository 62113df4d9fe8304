@NullMarked
package org.clearpost.media.access;

import org.jspecify.annotations.NullMarked;
