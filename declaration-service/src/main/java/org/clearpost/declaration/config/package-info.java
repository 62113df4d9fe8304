/** What the service is wired from. */
@NullMarked
package org.clearpost.declaration.config;

import org.jspecify.annotations.NullMarked;
