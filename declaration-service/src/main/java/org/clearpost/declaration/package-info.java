@NullMarked
package org.clearpost.declaration;

import org.jspecify.annotations.NullMarked;
