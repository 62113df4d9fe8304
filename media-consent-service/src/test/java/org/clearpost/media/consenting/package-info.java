@NullMarked
package org.clearpost.media.consenting;

import org.jspecify.annotations.NullMarked;
