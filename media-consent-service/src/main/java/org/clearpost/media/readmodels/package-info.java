/** What this service knows of settings, posts held and options in force, by feed. */
@NullMarked
package org.clearpost.media.readmodels;

import org.jspecify.annotations.NullMarked;
