package org.clearpost.gateway.route;

import java.time.Duration;

/**
 * How much of a body is read, and for how long.
 *
 * @param bytes more than these are refused
 * @param within all of it must have arrived
 */
record BodyLimit(int bytes, Duration within) {}
