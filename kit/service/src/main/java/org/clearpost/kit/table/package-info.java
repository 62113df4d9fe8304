/** Tables that people upload or download as text files: finding out what they are, reading and writing them. */
@NullMarked
package org.clearpost.kit.table;

import org.jspecify.annotations.NullMarked;
