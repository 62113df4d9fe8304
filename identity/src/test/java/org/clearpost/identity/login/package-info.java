@NullMarked
package org.clearpost.identity.login;

import org.jspecify.annotations.NullMarked;
