/** Reading what the database answered. */
@NullMarked
package org.clearpost.kit.rows;

import org.jspecify.annotations.NullMarked;
