/** Options, their values and who may choose them: plain Java. */
@NullMarked
package org.clearpost.policy.model;

import org.jspecify.annotations.NullMarked;
