@NullMarked
package org.clearpost.media.restricting;

import org.jspecify.annotations.NullMarked;
