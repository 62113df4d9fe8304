/** Who may do what with people, consent, accounts and decisions. */
@NullMarked
package org.clearpost.media.access;

import org.jspecify.annotations.NullMarked;
