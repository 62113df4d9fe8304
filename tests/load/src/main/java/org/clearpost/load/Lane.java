package org.clearpost.load;

/** One connection that does the same thing again and again, the next as soon as the last is done. */
interface Lane extends AutoCloseable {

    void once() throws Exception;

    @Override
    void close() throws Exception;
}
