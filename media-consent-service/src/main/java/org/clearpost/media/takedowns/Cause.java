package org.clearpost.media.takedowns;

/** What a takedown says of itself. Somebody no longer cleared is all that is ever said of a person. */
public enum Cause {
    NOT_CLEARED,
    OUT_UNCHECKED,
    RETRACTED
}
