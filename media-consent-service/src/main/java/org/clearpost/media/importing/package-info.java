/** Takes rosters and consents from files: upload, mapping, preview, confirmation, and the job that stores them. */
@NullMarked
package org.clearpost.media.importing;

import org.jspecify.annotations.NullMarked;
