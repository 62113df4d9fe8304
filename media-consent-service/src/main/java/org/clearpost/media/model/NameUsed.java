package org.clearpost.media.model;

/** A person's name as the author means to use it in the post. */
public record NameUsed(SubjectId subject, NameForm form) {}
