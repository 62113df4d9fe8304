@NullMarked
package org.clearpost.identity.token;

import org.jspecify.annotations.NullMarked;
