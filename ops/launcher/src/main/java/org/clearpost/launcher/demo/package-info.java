/** A fictional group to try everything on, created through the same API that people use. */
@NullMarked
package org.clearpost.launcher.demo;

import org.jspecify.annotations.NullMarked;
