/** What identity knows of people, posts and keys: plain Java without Spring, Reactor or a clock. */
@NullMarked
package org.clearpost.identity.model;

import org.jspecify.annotations.NullMarked;
