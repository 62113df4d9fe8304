/** Official accounts and who contributes to them. */
@NullMarked
package org.clearpost.media.accounts;

import org.jspecify.annotations.NullMarked;
