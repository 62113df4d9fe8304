package org.clearpost.kit.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A place in a feed: the transaction that wrote the event, then its place within. Transactions are told in order of
 * their ids once all older ones have ended, so a slow transaction is never skipped.
 */
record FeedCursor(long txid, long seq) implements Comparable<FeedCursor> {

    static final FeedCursor START = new FeedCursor(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    static FeedCursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new RefusedException(
                    KitProblem.MALFORMED, new FieldError("/after", "This is not a cursor that the feed gave."));
        }
        return new FeedCursor(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    @Override
    public int compareTo(FeedCursor other) {
        int byTransaction = Long.compare(txid, other.txid);
        return byTransaction != 0 ? byTransaction : Long.compare(seq, other.seq);
    }

    @Override
    public String toString() {
        return txid + "-" + seq;
    }
}
