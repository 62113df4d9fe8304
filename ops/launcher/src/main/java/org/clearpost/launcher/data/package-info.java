/** What one data directory keeps: kind, secrets, lock. */
@NullMarked
package org.clearpost.launcher.data;

import org.jspecify.annotations.NullMarked;
