@NullMarked
package org.clearpost.gateway.session;

import org.jspecify.annotations.NullMarked;
