/** What a staff list says and what is wrong with it: plain Java without Spring, Reactor or a clock. */
@NullMarked
package org.clearpost.identity.directory.staff.model;

import org.jspecify.annotations.NullMarked;
