package org.clearpost.identity.directory;

import java.util.List;
import java.util.Map;
import org.clearpost.identity.directory.model.Setting;
import org.jspecify.annotations.Nullable;

/** What a group admin sends about a setting. */
record SettingBody(
        @Nullable String officialName,
        @Nullable String type,
        @Nullable String nation,
        @Nullable List<@Nullable String> emailDomains,
        @Nullable Map<String, @Nullable String> labels) {

    Setting.Details checked() {
        return Setting.Details.of("", officialName, type, nation, emailDomains, labels);
    }
}
