/** The ./clearpost command: runs the platform of docker-compose.yml without Docker. */
@NullMarked
package org.clearpost.launcher;

import org.jspecify.annotations.NullMarked;
