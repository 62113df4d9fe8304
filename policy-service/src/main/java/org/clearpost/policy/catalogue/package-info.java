/** The questions there are, and the named sets of answers to start from. */
@NullMarked
package org.clearpost.policy.catalogue;

import org.jspecify.annotations.NullMarked;
