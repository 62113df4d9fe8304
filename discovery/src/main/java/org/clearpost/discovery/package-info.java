@NullMarked
package org.clearpost.discovery;

import org.jspecify.annotations.NullMarked;
