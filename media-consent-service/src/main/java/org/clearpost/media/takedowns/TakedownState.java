package org.clearpost.media.takedowns;

/** Where a takedown stands. An overdue one is open, too. */
enum TakedownState {
    OPEN,
    OVERDUE,
    DONE
}
