/**
 * Reads one picture from standard input and writes a clean copy to standard output. Runs alone in a process with limits;
 * knows nothing of the service that starts it.
 */
@NullMarked
package org.clearpost.picturecleaner;

import org.jspecify.annotations.NullMarked;
