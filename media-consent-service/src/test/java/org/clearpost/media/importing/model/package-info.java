@NullMarked
package org.clearpost.media.importing.model;

import org.jspecify.annotations.NullMarked;
