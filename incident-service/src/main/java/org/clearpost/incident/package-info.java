@NullMarked
package org.clearpost.incident;

import org.jspecify.annotations.NullMarked;
