@NullMarked
package org.clearpost.gateway;

import org.jspecify.annotations.NullMarked;
