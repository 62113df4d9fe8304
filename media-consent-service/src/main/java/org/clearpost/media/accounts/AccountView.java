package org.clearpost.media.accounts;

import java.util.List;
import java.util.UUID;
import org.clearpost.media.model.AccountStatus;
import org.clearpost.media.model.Platform;

/** An official account and who contributes to it. */
record AccountView(
        UUID id,
        UUID settingId,
        Platform platform,
        String name,
        String address,
        AccountStatus status,
        List<UUID> contributors,
        int version) {}
