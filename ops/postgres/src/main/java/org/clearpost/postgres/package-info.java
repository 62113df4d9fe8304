/** A real PostgreSQL server on this machine: unpacked, started, found again, stopped. */
@NullMarked
package org.clearpost.postgres;

import org.jspecify.annotations.NullMarked;
