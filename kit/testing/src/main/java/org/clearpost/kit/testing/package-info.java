@NullMarked
package org.clearpost.kit.testing;

import org.jspecify.annotations.NullMarked;
