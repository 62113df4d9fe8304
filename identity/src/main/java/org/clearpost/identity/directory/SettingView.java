package org.clearpost.identity.directory;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.identity.directory.model.Nation;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.model.Setting;
import org.clearpost.identity.directory.model.SettingType;

/** A setting as its people see it. {@code unfilledPosts} are those it must have and nobody holds today. */
record SettingView(
        UUID id,
        String officialName,
        SettingType type,
        Nation nation,
        List<String> emailDomains,
        Map<RoleCode, String> labels,
        boolean open,
        List<RoleCode> unfilledPosts,
        long version) {

    static SettingView of(Setting setting, List<RoleCode> unfilled) {
        Setting.Details details = setting.details();
        return new SettingView(
                setting.id().value(),
                details.officialName(),
                details.type(),
                details.nation(),
                details.emailDomains(),
                details.labels(),
                setting.open(),
                setting.open() ? unfilled : List.of(),
                setting.version());
    }
}
