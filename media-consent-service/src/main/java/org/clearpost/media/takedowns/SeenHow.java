package org.clearpost.media.takedowns;

/** How somebody saw that a post is gone. */
enum SeenHow {
    OPENED_THE_ADDRESS,
    SCREENSHOT,
    PLATFORM_CONFIRMED
}
