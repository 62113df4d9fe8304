/** Settings, people and the posts they hold: plain Java without Spring, Reactor or a clock. */
@NullMarked
package org.clearpost.identity.directory.model;

import org.jspecify.annotations.NullMarked;
