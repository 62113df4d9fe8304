package org.clearpost.identity.login;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What tries are counted under: an address of version 4, and of version 6 the /64 that one caller owns at least. */
final class Network {

    private static final int VERSION_6 = 16;
    private static final int OWNED = 8;

    private Network() {}

    static String of(@Nullable String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return "unknown";
        }
        return HexFormat.of().formatHex(bytes.length == VERSION_6 ? Arrays.copyOf(bytes, OWNED) : bytes);
    }
}
