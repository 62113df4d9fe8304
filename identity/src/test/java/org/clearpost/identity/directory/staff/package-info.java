@NullMarked
package org.clearpost.identity.directory.staff;

import org.jspecify.annotations.NullMarked;
