@NullMarked
package org.clearpost.media.families.model;

import org.jspecify.annotations.NullMarked;
