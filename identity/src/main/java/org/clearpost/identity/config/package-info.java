/** What identity reads from its environment, and who may reach which path. */
@NullMarked
package org.clearpost.identity.config;

import org.jspecify.annotations.NullMarked;
