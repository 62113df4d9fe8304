package org.clearpost.media.families;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The mail server. Without one, mails wait and can be opened on the outbox page.
 *
 * @param host empty when there is none
 * @param from the address mails come from
 * @param security how the connection is protected; {@code NONE} only towards this machine
 * @param look how often mails that are due are looked for
 * @param lease how long a mail that is being sent is left alone
 */
@ConfigurationProperties("clearpost.mail")
record MailProperties(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("1s") Duration look,
        @DefaultValue("60s") Duration lease) {

    /** How the connection to the mail server is protected. */
    enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    MailProperties {
        Assert.isTrue(host.isBlank() || !from.isBlank(), "CLEARPOST_MAIL_FROM must say which address mails come from");
    }

    boolean hasServer() {
        return !host.isBlank();
    }

    @Override
    public String toString() {
        return "MailProperties of " + host;
    }
}
