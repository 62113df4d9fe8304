/** People pictured, what was answered about them, and the rules that decide. Plain Java: no Spring, Reactor or clock. */
@NullMarked
package org.clearpost.media.model;

import org.jspecify.annotations.NullMarked;
