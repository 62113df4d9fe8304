/** What this service needs to know of settings, people and the posts they hold. */
@NullMarked
package org.clearpost.incident.directory;

import org.jspecify.annotations.NullMarked;
