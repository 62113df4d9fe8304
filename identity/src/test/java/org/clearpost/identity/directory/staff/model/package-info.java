@NullMarked
package org.clearpost.identity.directory.staff.model;

import org.jspecify.annotations.NullMarked;
