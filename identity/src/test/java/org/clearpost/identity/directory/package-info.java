@NullMarked
package org.clearpost.identity.directory;

import org.jspecify.annotations.NullMarked;
