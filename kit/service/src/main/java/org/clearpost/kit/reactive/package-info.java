/** The WebFlux edge: callers, security and problems. */
@NullMarked
package org.clearpost.kit.reactive;

import org.jspecify.annotations.NullMarked;
