package org.clearpost.media.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address of a post, and whether it can be one of an account's. Nothing is ever fetched from it. */
public final class PostAddress {

    /** Hosts a platform itself uses for posts of an account that is registered under another of them. */
    private static final Map<Platform, List<String>> HOSTS = Map.of(
            Platform.FACEBOOK, List.of("facebook.com", "fb.com", "fb.watch", "fb.me"),
            Platform.INSTAGRAM, List.of("instagram.com", "instagr.am"),
            Platform.X, List.of("x.com", "twitter.com"),
            Platform.YOUTUBE, List.of("youtube.com", "youtu.be"),
            Platform.TIKTOK, List.of("tiktok.com"),
            Platform.LINKEDIN, List.of("linkedin.com", "lnkd.in"));

    private PostAddress() {}

    /** What is wrong with the address, for a post on this account; empty when nothing is. */
    public static Optional<String> wrong(String address, Platform platform, String accountAddress) {
        String host = host(address).orElse(null);
        if (host == null) {
            return Optional.of("Please give the address of the post itself, from https:// on.");
        }
        String own = host(accountAddress).orElse(null);
        List<String> known = HOSTS.getOrDefault(platform, List.of());
        boolean bothOfThePlatform = under(host, known) && (own == null || under(own, known));
        if (bothOfThePlatform || (own != null && isUnder(host, own)) || (own == null && known.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of("This address is at " + host + ", not at " + (own == null ? platform.words() : own)
                + " where the account is.");
    }

    /** Whether this is a web address at all. */
    public static boolean isOnTheWeb(String address) {
        return host(address).isPresent();
    }

    private static boolean under(String host, List<String> hosts) {
        return hosts.stream().anyMatch(each -> isUnder(host, each));
    }

    private static boolean isUnder(String host, String parent) {
        return host.equals(parent) || host.endsWith("." + parent);
    }

    private static Optional<String> host(String address) {
        try {
            URI uri = new URI(address.strip());
            @Nullable String scheme = uri.getScheme();
            @Nullable String host = uri.getHost();
            boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
            if (!web || host == null || uri.getUserInfo() != null) {
                return Optional.empty();
            }
            String lower = host.toLowerCase(Locale.ROOT);
            return Optional.of(lower.startsWith("www.") ? lower.substring(4) : lower);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
