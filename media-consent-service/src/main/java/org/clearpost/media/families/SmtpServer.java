package org.clearpost.media.families;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.clearpost.media.families.MailProperties.Security;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Hands one mail to the mail server, on threads of its own and within bounded time. */
@Component
class SmtpServer {

    private static final String CONNECT_MILLIS = "5000";
    private static final String TALK_MILLIS = "15000";

    private final MailProperties properties;
    private final Scheduler sending;
    private final Clock clock;
    private final Session session;

    SmtpServer(MailProperties properties, Scheduler mailSending, Clock clock) {
        this.properties = properties;
        this.sending = mailSending;
        this.clock = clock;
        this.session = session(properties);
    }

    /** A mail ready to go. */
    record Letter(String to, String fromName, String subject, String text) {

        /** Neither address nor link gets into a log. */
        @Override
        public String toString() {
            return "Letter";
        }
    }

    /** What became of it. */
    enum Outcome {
        SENT,
        /** The server will never take it for this address. */
        BOUNCED,
        /** It may work later. */
        FAILED
    }

    Mono<Outcome> send(Letter letter) {
        return Mono.fromCallable(() -> sendNow(letter)).subscribeOn(sending);
    }

    private Outcome sendNow(Letter letter) {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(properties.from(), letter.fromName(), StandardCharsets.UTF_8.name()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setText(letter.text(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(message);
            return Outcome.SENT;
        } catch (AddressException unreadable) {
            return Outcome.BOUNCED;
        } catch (SendFailedException refused) {
            return isForEver(refused) ? Outcome.BOUNCED : Outcome.FAILED;
        } catch (MessagingException | UnsupportedEncodingException failed) {
            return Outcome.FAILED;
        }
    }

    /** A 5xx about the address; anything else said of the mail may be said differently later. */
    private static boolean isForEver(MessagingException refused) {
        for (Exception cause = refused;
                cause != null;
                cause = cause instanceof MessagingException e ? e.getNextException() : null) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() / 100 == 5;
            }
            if (cause instanceof SMTPSendFailedException sent && sent.getReturnCode() == 550) {
                return true;
            }
        }
        return false;
    }

    private static Session session(MailProperties settings) {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", settings.host());
        smtp.put("mail.smtp.port", String.valueOf(settings.port()));
        smtp.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        smtp.put("mail.smtp.timeout", TALK_MILLIS);
        smtp.put("mail.smtp.writetimeout", TALK_MILLIS);
        smtp.put("mail.smtp.auth", String.valueOf(!settings.username().isBlank()));
        smtp.put("mail.smtp.starttls.enable", String.valueOf(settings.security() == Security.STARTTLS));
        smtp.put("mail.smtp.starttls.required", String.valueOf(settings.security() == Security.STARTTLS));
        smtp.put("mail.smtp.ssl.enable", String.valueOf(settings.security() == Security.TLS));
        smtp.put("mail.smtp.ssl.checkserveridentity", "true");
        return Session.getInstance(smtp, authenticator(settings));
    }

    private static @Nullable Authenticator authenticator(MailProperties settings) {
        return settings.username().isBlank()
                ? null
                : new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(settings.username(), settings.password());
                    }
                };
    }
}
