@NullMarked
package org.clearpost.identity.client;

import org.jspecify.annotations.NullMarked;
