/** Families: asked for their answers, let in by link, answering for their children. */
@NullMarked
package org.clearpost.media.families;

import org.jspecify.annotations.NullMarked;
