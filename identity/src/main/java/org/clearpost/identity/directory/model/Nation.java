package org.clearpost.identity.directory.model;

/** Where in the United Kingdom a setting is: its law, its working days and its inspectors follow from it. */
public enum Nation {
    ENGLAND,
    WALES,
    SCOTLAND,
    NORTHERN_IRELAND
}
