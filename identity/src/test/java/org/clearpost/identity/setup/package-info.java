@NullMarked
package org.clearpost.identity.setup;

import org.jspecify.annotations.NullMarked;
