@NullMarked
package org.clearpost.gateway.route;

import org.jspecify.annotations.NullMarked;
