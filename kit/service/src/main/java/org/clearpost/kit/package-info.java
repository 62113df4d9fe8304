/** What every service needs and none owns; it knows no business word. */
@NullMarked
package org.clearpost.kit;

import org.jspecify.annotations.NullMarked;
