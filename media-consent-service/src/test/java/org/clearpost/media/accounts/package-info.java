@NullMarked
package org.clearpost.media.accounts;

import org.jspecify.annotations.NullMarked;
