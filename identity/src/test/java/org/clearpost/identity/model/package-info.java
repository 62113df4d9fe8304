@NullMarked
package org.clearpost.identity.model;

import org.jspecify.annotations.NullMarked;
