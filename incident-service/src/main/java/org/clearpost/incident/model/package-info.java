/** Who to reach, and what may be written there: plain Java. */
@NullMarked
package org.clearpost.incident.model;

import org.jspecify.annotations.NullMarked;
