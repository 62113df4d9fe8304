package org.clearpost.load;

import java.util.Map;
import java.util.TreeMap;

/**
 * One figure beside its aim.
 *
 * @param key its row in the performance aims
 * @param met whether the aim is reached
 * @param measured what the figure was made from
 * @param on the day it was measured
 */
record Line(
        String key,
        String what,
        String figure,
        String aim,
        boolean met,
        Map<String, Double> measured,
        String on,
        String machine,
        String command) {

    /** A figure that should be at most this. */
    static Line atMost(
            String key, String what, double figure, double aim, String unit, Map<String, Double> measured, Run run) {
        return of(key, what, figure, aim, "≤", figure <= aim, unit, measured, run);
    }

    /** A figure that should be at least this. */
    static Line atLeast(
            String key, String what, double figure, double aim, String unit, Map<String, Double> measured, Run run) {
        return of(key, what, figure, aim, "≥", figure >= aim, unit, measured, run);
    }

    private static Line of(
            String key,
            String what,
            double figure,
            double aim,
            String sign,
            boolean met,
            String unit,
            Map<String, Double> measured,
            Run run) {
        return new Line(
                key,
                what,
                number(figure) + unit,
                sign + " " + number(aim) + unit,
                met,
                new TreeMap<>(measured),
                run.on(),
                Machine.kind(),
                run.command());
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? "%,d".formatted((long) value)
                : (Math.abs(value) >= 100 ? "%,.0f" : "%.2f").formatted(value);
    }

    /** When and how the bench was run. */
    record Run(String on, String command) {}
}
