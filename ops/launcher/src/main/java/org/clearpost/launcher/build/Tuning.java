package org.clearpost.launcher.build;

/** What the applications' JVMs are set up for. */
public enum Tuning {
    /** Up soon and little work for the machine; never as fast as it could be afterwards. */
    START,
    /** As fast as it gets, after a while: for a platform that keeps running. */
    LOAD
}
