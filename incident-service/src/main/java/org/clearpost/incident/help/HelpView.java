package org.clearpost.incident.help;

import java.util.List;
import java.util.UUID;
import org.clearpost.incident.model.HelpContact;
import org.clearpost.incident.model.SettingId;

/** What the help panel says: the emergency number always, then whom to reach at the setting. */
record HelpView(UUID settingId, String emergencyNumber, List<HelpContact> contacts) {

    private static final String EMERGENCY_NUMBER = "999";

    static HelpView of(SettingId setting, List<HelpContact> contacts) {
        return new HelpView(setting.value(), EMERGENCY_NUMBER, contacts);
    }
}
