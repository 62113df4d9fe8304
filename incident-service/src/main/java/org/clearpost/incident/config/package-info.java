/** What the service is wired from. */
@NullMarked
package org.clearpost.incident.config;

import org.jspecify.annotations.NullMarked;
