package org.clearpost.kit.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer JSON pointer to the field (RFC 6901), such as {@code /people/2}
 * @param message one sentence a person can act on
 */
public record FieldError(String pointer, String message) {}
