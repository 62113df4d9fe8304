/** Staff lists: read, shown before anything is kept, confirmed once, then taken in row by row. */
@NullMarked
package org.clearpost.identity.directory.staff;

import org.jspecify.annotations.NullMarked;
