package org.clearpost.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * What an operator decides about the gateway.
 *
 * @param issuer the public address, without a trailing slash: pages, login and tokens all carry it
 * @param clientSecret the gateway's own secret at identity
 * @param sessions how long a person stays signed in, and how many may be at once
 * @param limits requests allowed per minute and how many of them at once, by name
 * @param reading how long a request's body may take to arrive
 * @param trustedProxies addresses and ranges of the proxies whose word on the caller's address is taken
 */
@ConfigurationProperties("clearpost")
public record GatewaySettings(
        URI issuer,
        String clientSecret,
        SessionSettings sessions,
        Map<String, Limit> limits,
        Reading reading,
        List<String> trustedProxies) {

    public GatewaySettings {
        Assert.isTrue(
                issuer.getHost() != null && !issuer.toString().endsWith("/"),
                "CLEARPOST_ISSUER must be the public address, such as https://posts.group.example, with no slash at the end");
        limits = Map.copyOf(limits);
        trustedProxies = List.copyOf(trustedProxies);
    }

    /**
     * How long a person stays signed in.
     *
     * @param idle signed out after so long without a request
     * @param absolute signed out after so long, whatever happens
     * @param most sessions held at once; beyond it the one idle for longest gives way
     */
    public record SessionSettings(Duration idle, Duration absolute, int most) {}

    /**
     * A rate.
     *
     * @param perMinute requests a minute in the long run
     * @param burst requests at once
     */
    public record Limit(int perMinute, int burst) {}

    /**
     * Time to read a body whole.
     *
     * @param body of an ordinary request
     * @param upload of a file
     */
    public record Reading(Duration body, Duration upload) {}

    public boolean https() {
        return "https".equals(issuer.getScheme());
    }
}
