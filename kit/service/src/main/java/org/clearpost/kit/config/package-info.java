/** What Spring Boot sets up for every service. */
@NullMarked
package org.clearpost.kit.config;

import org.jspecify.annotations.NullMarked;
