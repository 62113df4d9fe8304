package org.clearpost.identity.model;

import java.util.List;
import java.util.UUID;

/**
 * The first group, its first setting and its first group admin, as entered at set-up.
 *
 * <p>Ids are chosen before anything is written, so login and directory rows of one transaction agree on them.
 */
public record NewGroup(UUID id, String name, FirstSetting setting, FirstAdmin admin) {

    public record FirstSetting(UUID id, String officialName, String type, String nation, List<String> emailDomains) {

        public FirstSetting {
            emailDomains = List.copyOf(emailDomains);
        }
    }

    /** Gets person type EMPLOYEE and the post GROUP_ADMIN from today on. */
    public record FirstAdmin(UUID id, String name, String email) {}
}
