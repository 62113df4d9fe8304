@NullMarked
package org.clearpost.media.roster;

import org.jspecify.annotations.NullMarked;
