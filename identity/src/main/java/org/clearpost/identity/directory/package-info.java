/** The directory of a group: its settings, its people, the posts they hold and who their line manager is. */
@NullMarked
package org.clearpost.identity.directory;

import org.jspecify.annotations.NullMarked;
