package org.clearpost.policy.model;

/** One value an option offers: its code, the words people read, and one line that says what choosing it means. */
public record AllowedValue(String value, String label, String help) {

    static AllowedValue of(String value, String label) {
        return new AllowedValue(value, label, "");
    }

    static AllowedValue of(String value, String label, String help) {
        return new AllowedValue(value, label, help);
    }
}
