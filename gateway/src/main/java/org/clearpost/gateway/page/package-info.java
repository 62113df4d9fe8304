@NullMarked
package org.clearpost.gateway.page;

import org.jspecify.annotations.NullMarked;
