@NullMarked
package org.clearpost.gateway.problem;

import org.jspecify.annotations.NullMarked;
