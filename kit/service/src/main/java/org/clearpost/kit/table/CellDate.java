package org.clearpost.kit.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as somebody wrote it in a cell, or why it is none.
 *
 * <p>Understood are ISO dates, 08/09/2025, 08.09.2025, 8-Sep-25 and their relatives. Nothing is guessed:
 * a day number, a day that no calendar has and (unless asked for) a future day are not dates.
 */
public sealed interface CellDate {

    record Blank() implements CellDate {}

    record Day(LocalDate date) implements CellDate {}

    /** Not a date of any form read here. */
    record NotADate() implements CellDate {}

    /** The form of a date, but no calendar has that day. */
    record NoSuchDay() implements CellDate {}

    /** Read day first it has a month above 12, read month first it is a day: which order does the file use? */
    record OtherOrder() implements CellDate {}

    record InTheFuture(LocalDate date) implements CellDate {}

    Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?");
    Pattern NUMBERS =
            Pattern.compile("(\\d{1,2})([/.\\-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?");
    Pattern NAMED = Pattern.compile("(\\d{1,2})[ \\-/.]?(\\p{L}{3,9})\\.?,?[ \\-/.]?(\\d{4}|\\d{2})");
    Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    /** Reads a cell that tells of something that has happened: a day after {@code today} is not accepted. */
    static CellDate read(String cell, DateOrder order, LocalDate today) {
        CellDate read = parse(cell, order, today);
        return read instanceof Day day && day.date().isAfter(today) ? new InTheFuture(day.date()) : read;
    }

    /** Reads a cell that may lie ahead: a two-digit year is one of this century. */
    static CellDate readPossiblyFuture(String cell, DateOrder order) {
        return parse(cell, order, null);
    }

    private static CellDate parse(String raw, DateOrder order, @Nullable LocalDate latest) {
        String cell = Cells.clean(raw);
        if (cell.isEmpty() || cell.equals("-") || cell.equalsIgnoreCase("n/a")) {
            return new Blank();
        }
        Matcher iso = ISO.matcher(cell);
        if (iso.matches()) {
            return day(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher numbers = NUMBERS.matcher(cell);
        if (numbers.matches()) {
            int first = number(numbers, 1);
            int second = number(numbers, 3);
            int day = order == DateOrder.DAY_FIRST ? first : second;
            int month = order == DateOrder.DAY_FIRST ? second : first;
            CellDate read = withYear(numbers.group(4), month, day, latest);
            boolean swapped = month > 12 && withYear(numbers.group(4), day, month, latest) instanceof Day;
            return swapped ? new OtherOrder() : read;
        }
        Matcher named = NAMED.matcher(cell);
        if (named.matches()) {
            String name = named.group(2).toLowerCase(Locale.ROOT);
            Integer month = MONTHS.get(name.substring(0, 3));
            if (month == null || !isMonthName(name, month)) {
                return new NotADate();
            }
            return withYear(named.group(3), month, number(named, 1), latest);
        }
        return new NotADate();
    }

    private static boolean isMonthName(String name, int month) {
        String full =
                Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
        return full.startsWith(name) || name.equals("sept");
    }

    private static CellDate withYear(String year, int month, int day, @Nullable LocalDate latest) {
        int value = Integer.parseInt(year);
        if (year.length() == 4) {
            return day(value, month, day);
        }
        if (latest == null) {
            return day(2000 + value, month, day);
        }
        int century = latest.getYear() / 100 * 100;
        CellDate read = day(century + value, month, day);
        boolean ahead = (read instanceof Day d && d.date().isAfter(latest))
                || (read instanceof NoSuchDay && century + value > latest.getYear());
        return ahead ? day(century - 100 + value, month, day) : read;
    }

    private static CellDate day(int year, int month, int day) {
        try {
            return new Day(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return new NoSuchDay();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
