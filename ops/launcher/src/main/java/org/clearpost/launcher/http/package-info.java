/** The running platform over HTTP, as a browser or another system reaches it. */
@NullMarked
package org.clearpost.launcher.http;

import org.jspecify.annotations.NullMarked;
