/** What every controller here needs to read a request. */
@NullMarked
package org.clearpost.media.edge;

import org.jspecify.annotations.NullMarked;
