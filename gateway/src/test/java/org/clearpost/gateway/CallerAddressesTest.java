package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clearpost.gateway.GatewaySettings.Reading;
import org.clearpost.gateway.GatewaySettings.SessionSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

@Tag("SEC-14")
class CallerAddressesTest {

    private static final CallerAddresses NO_PROXY = trusting();
    private static final CallerAddresses PROXIES = trusting("192.0.2.1", "10.0.0.0/8", " 2001:db8:ffff::/48");

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, '203.0.113.5'",
        "192.0.2.1, '127.0.0.1'",
        "10.1.2.3, '203.0.113.5, 10.0.0.1'",
    })
    void believesNoHeaderUnlessToldWhom(String peer, String forwarded) {
        assertThat(found(NO_PROXY, peer, forwarded)).isEqualTo(peer);
    }

    @ParameterizedTest
    @CsvSource({
        // peer, header, caller
        "198.51.100.9, '203.0.113.5', 198.51.100.9",
        "192.0.2.2, '203.0.113.5', 192.0.2.2",
        "192.0.2.1, '203.0.113.5', 203.0.113.5",
        "192.0.2.1, '10.9.9.9, 8.8.8.8, 203.0.113.5', 203.0.113.5",
        "192.0.2.1, '192.0.2.1, 203.0.113.5, 10.1.2.3', 203.0.113.5",
        "10.255.0.1, '203.0.113.5 ,10.1.2.3,192.0.2.1', 203.0.113.5",
        "192.0.2.1, '10.7.7.7', 10.7.7.7",
        "192.0.2.1, '203.0.113.5:4711', 203.0.113.5",
        "192.0.2.1, '2001:db8::7', 2001:db8::7",
        "192.0.2.1, '[2001:db8::7]:4711', 2001:db8::7",
        "192.0.2.1, '::ffff:203.0.113.5', 203.0.113.5",
        "2001:db8:ffff:1::1, '203.0.113.5', 203.0.113.5",
        "2001:db8:fffe:1::1, '203.0.113.5', 2001:db8:fffe:1::1",
        // What cannot be read is not read past.
        "192.0.2.1, '203.0.113.5, unknown', 192.0.2.1",
        "192.0.2.1, '203.0.113.5, ', 192.0.2.1",
        "192.0.2.1, '203.0.113.5, localhost, 10.1.2.3', 10.1.2.3",
        "192.0.2.1, '', 192.0.2.1",
    })
    void takesTheLastEntryThatNoTrustedProxyIs(String peer, String forwarded, String caller) {
        assertThat(found(PROXIES, peer, forwarded)).isEqualTo(caller);
    }

    @Test
    void readsSeveralHeadersAsOne() {
        assertThat(found(PROXIES, "192.0.2.1", "8.8.8.8", "203.0.113.5, 10.0.0.1"))
                .isEqualTo("203.0.113.5");
        assertThat(found(PROXIES, "192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void countsOneNetworkOfVersionSixAsOneCaller() {
        String one = NO_PROXY.network(from("2001:db8:0:1::1"));

        assertThat(NO_PROXY.network(from("2001:db8:0:1:ffff::9"))).isEqualTo(one);
        assertThat(NO_PROXY.network(from("2001:db8:0:2::1"))).isNotEqualTo(one);
        assertThat(NO_PROXY.network(from("203.0.113.5"))).isNotEqualTo(NO_PROXY.network(from("203.0.113.6")));
        assertThat(PROXIES.network(from("192.0.2.1", "2001:db8:0:1::77"))).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/x",
                "10.0.0",
                "0.0.0.0/0",
                "::/0",
                "::1/129",
                "",
                "*"
            })
    void refusesToStartWithAnythingElse(String range) {
        assertThatThrownBy(() -> trusting(range))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CLEARPOST_TRUSTED_PROXIES");
    }

    private static String found(CallerAddresses addresses, String peer, String... forwarded) {
        InetAddress found = addresses.find(from(peer, forwarded));
        return found == null ? "nothing" : NetUtil.toAddressString(found);
    }

    private static MockServerHttpRequest from(String peer, String... forwarded) {
        MockServerHttpRequest.BaseBuilder<?> request =
                MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(address(peer), 4711));
        for (String line : forwarded) {
            request.header("X-Forwarded-For", line);
        }
        return request.build();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static CallerAddresses trusting(String... proxies) {
        return new CallerAddresses(new GatewaySettings(
                URI.create("https://posts.group.example"),
                "secret",
                new SessionSettings(Duration.ofMinutes(15), Duration.ofHours(12), 10),
                Map.of(),
                new Reading(Duration.ofSeconds(10), Duration.ofSeconds(60)),
                List.of(proxies)));
    }
}
