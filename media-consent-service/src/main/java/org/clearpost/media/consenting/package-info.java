/** Answers about being pictured: recorded, withdrawn, looked up. */
@NullMarked
package org.clearpost.media.consenting;

import org.jspecify.annotations.NullMarked;
