package org.clearpost.media.families;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clearpost.media.families.model.MailKind;

/**
 * The mails that wait because there is no mail server.
 *
 * @param server whether there is one; then nothing is listed
 */
record OutboxView(boolean server, List<Mail> items) {

    record Mail(UUID id, MailKind kind, String to, Instant at) {}

    /** One mail as its reader would get it. */
    record OpenedMail(String subject, String text, String link) {}
}
