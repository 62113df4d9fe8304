@NullMarked
package org.clearpost.identity.directory.model;

import org.jspecify.annotations.NullMarked;
