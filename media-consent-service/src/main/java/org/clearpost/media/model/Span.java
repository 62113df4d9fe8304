package org.clearpost.media.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of a text, from {@code start} up to but not including {@code end}. */
record Span(int start, int end) {

    /** The text without the given stretches, which may overlap. */
    static String cut(String text, List<Span> spans) {
        StringBuilder left = new StringBuilder();
        int from = 0;
        for (Span span : merged(spans)) {
            left.append(text, from, span.start());
            from = span.end();
        }
        return left.append(text, from, text.length()).toString();
    }

    private static List<Span> merged(List<Span> spans) {
        List<Span> inOrder = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparing(Span::start)).toList()) {
            if (!inOrder.isEmpty() && inOrder.getLast().end() >= span.start()) {
                Span last = inOrder.removeLast();
                inOrder.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                inOrder.add(span);
            }
        }
        return inOrder;
    }
}
