@NullMarked
package org.clearpost.identity;

import org.jspecify.annotations.NullMarked;
