package org.clearpost.launcher.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import org.clearpost.launcher.data.DataDirectory;
import org.clearpost.launcher.demo.DemoPeople;

/** What a person needs to know once everything is ready: the address, and how to get in. */
final class Announcement {

    private final DataDirectory data;
    private final String publicAddress;
    private final String localAddress;

    Announcement(DataDirectory data, String publicAddress, String localAddress) {
        this.data = data;
        this.publicAddress = publicAddress;
        this.localAddress = localAddress;
    }

    void print(PrintStream out) {
        out.println();
        out.println("Clearpost is ready at " + publicAddress);
        if (Boolean.TRUE.equals(new Entrance(localAddress).needsSetup())) {
            var code = data.secrets().forNames(List.of("SETUP_CODE")).get("SETUP_CODE");
            out.println("Nobody has set it up yet: open the address and enter the one-time code " + code);
        }
        DemoPeople.in(data).filter(DemoPeople::complete).ifPresent(demo -> print(out, demo));
        out.println();
    }

    private static void print(PrintStream out, DemoPeople demo) {
        out.println("Everybody in it is invented. Sign in as:");
        out.println();
        for (var person : demo.people()) {
            out.printf(
                    "  %-20s %-24s %-48s %s%n",
                    person.as(),
                    Objects.requireNonNullElse(person.setting(), "whole group"),
                    person.email(),
                    person.password());
        }
    }
}
