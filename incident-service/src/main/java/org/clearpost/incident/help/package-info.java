/** Whom the help panel of a setting names. */
@NullMarked
package org.clearpost.incident.help;

import org.jspecify.annotations.NullMarked;
