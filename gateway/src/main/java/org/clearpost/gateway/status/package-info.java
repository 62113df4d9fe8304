@NullMarked
package org.clearpost.gateway.status;

import org.jspecify.annotations.NullMarked;
