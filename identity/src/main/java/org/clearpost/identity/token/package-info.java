/** What identity signs: codes, tokens, and the keys they are signed with. */
@NullMarked
package org.clearpost.identity.token;

import org.jspecify.annotations.NullMarked;
