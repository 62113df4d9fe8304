@NullMarked
package org.clearpost.gateway.edge;

import org.jspecify.annotations.NullMarked;
