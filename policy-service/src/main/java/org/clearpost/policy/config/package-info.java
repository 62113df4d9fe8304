/** What the service is wired from. */
@NullMarked
package org.clearpost.policy.config;

import org.jspecify.annotations.NullMarked;
