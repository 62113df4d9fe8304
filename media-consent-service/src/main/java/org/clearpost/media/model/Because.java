package org.clearpost.media.model;

/** The option, and its value, that a rule's finding rests on. */
public record Because(String option, String value) {}
