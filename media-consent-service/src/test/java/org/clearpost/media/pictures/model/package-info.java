@NullMarked
package org.clearpost.media.pictures.model;

import org.jspecify.annotations.NullMarked;
