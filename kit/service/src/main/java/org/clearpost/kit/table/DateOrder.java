package org.clearpost.kit.table;

/** Which of the first two numbers of a date like 04/05/2025 is the day. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
}
