/** One class per command people type. */
@NullMarked
package org.clearpost.launcher.command;

import org.jspecify.annotations.NullMarked;
