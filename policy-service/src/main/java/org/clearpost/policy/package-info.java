@NullMarked
package org.clearpost.policy;

import org.jspecify.annotations.NullMarked;
