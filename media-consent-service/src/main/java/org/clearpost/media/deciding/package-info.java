/** "May we post this?": asked, answered, recorded, shown again. */
@NullMarked
package org.clearpost.media.deciding;

import org.jspecify.annotations.NullMarked;
