package org.clearpost.identity.directory.model;

/** What kind of place a setting is. */
public enum SettingType {
    EARLY_YEARS,
    SCHOOL,
    ALTERNATIVE_PROVISION,
    COUNCIL_SERVICE,
    PARTNER_AGENCY,
    OTHER
}
