/** What files from school systems mean, row by row: plain rules, no storage. */
@NullMarked
package org.clearpost.media.importing.model;

import org.jspecify.annotations.NullMarked;
