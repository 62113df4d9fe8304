package org.clearpost.gateway;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from: the one place that decides it.
 *
 * <p>It is the other end of the connection. Only when that is a proxy the operator trusts is the last entry of
 * {@code X-Forwarded-For} believed, which that proxy wrote itself, and the one before only when the last is trusted too.
 * Whatever a caller wrote there is further to the left and is never reached.
 */
@Component
public class CallerAddresses {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int NETWORK_BYTES = 8;

    private final List<IpSubnetFilterRule> trusted;

    CallerAddresses(GatewaySettings settings) {
        this.trusted =
                settings.trustedProxies().stream().map(CallerAddresses::range).toList();
    }

    private static IpSubnetFilterRule range(String written) {
        String[] parts = written.strip().split("/", 2);
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(parts[0]);
        try {
            int all = address == null ? 0 : address.getAddress().length * 8;
            int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
            // A range of everybody would let each caller write their own address.
            if (address != null && bits > 0 && bits <= all) {
                return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
            }
        } catch (NumberFormatException e) {
            throw notUnderstood(written, e);
        }
        throw notUnderstood(written, null);
    }

    private static IllegalStateException notUnderstood(String written, @Nullable Exception cause) {
        return new IllegalStateException(
                "CLEARPOST_TRUSTED_PROXIES takes addresses and ranges such as 192.0.2.7 or 2001:db8::/64, with commas"
                        + " between them, not \"" + written + "\".",
                cause);
    }

    /** The caller's address; nothing when the connection has none. */
    public @Nullable InetAddress find(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        InetAddress from = remote == null ? null : remote.getAddress();
        if (from == null || !isTrusted(from)) {
            return from;
        }
        List<String> hops = request.getHeaders().getOrEmpty(FORWARDED_FOR).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .toList()
                .reversed();
        for (String hop : hops) {
            InetAddress before = parse(hop.strip());
            if (before == null) {
                return from;
            }
            from = before;
            if (!isTrusted(from)) {
                return from;
            }
        }
        return from;
    }

    /** What requests are counted under. IPv6 callers own at least a /64, so that is one caller. */
    public String network(ServerHttpRequest request) {
        InetAddress address = find(request);
        if (address == null) {
            return "unknown";
        }
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }

    private boolean isTrusted(InetAddress address) {
        InetSocketAddress end = new InetSocketAddress(address, 0);
        return trusted.stream().anyMatch(range -> range.matches(end));
    }

    /** Some proxies write the port as well: {@code 192.0.2.7:4711}, {@code [2001:db8::7]:4711}. */
    private static @Nullable InetAddress parse(String hop) {
        int bracket = hop.indexOf(']');
        if (hop.startsWith("[") && bracket > 0) {
            return NetUtil.createInetAddressFromIpAddressString(hop.substring(1, bracket));
        }
        int colon = hop.indexOf(':');
        boolean port = colon > 0 && colon == hop.lastIndexOf(':');
        return NetUtil.createInetAddressFromIpAddressString(port ? hop.substring(0, colon) : hop);
    }
}
