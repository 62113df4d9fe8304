/** Reads docker-compose.yml, and refuses what it does not understand. */
@NullMarked
package org.clearpost.launcher.compose;

import org.jspecify.annotations.NullMarked;
