@NullMarked
package org.clearpost.media.model;

import org.jspecify.annotations.NullMarked;
