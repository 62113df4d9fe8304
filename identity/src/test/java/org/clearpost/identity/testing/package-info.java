@NullMarked
package org.clearpost.identity.testing;

import org.jspecify.annotations.NullMarked;
