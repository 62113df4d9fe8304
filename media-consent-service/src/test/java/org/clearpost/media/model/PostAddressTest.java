package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("PST-27")
class PostAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.facebook.com/oaklane/posts/1, FACEBOOK, https://facebook.com/oaklane",
        "https://fb.watch/x1, FACEBOOK, https://www.facebook.com/oaklane",
        "https://youtu.be/x1, YOUTUBE, https://www.youtube.com/@oaklane",
        "https://x.com/oaklane/status/1, X, @oaklane",
        "https://news.oaklane.example/1, WEBSITE, https://oaklane.example",
        "HTTP://WWW.oaklane.example/1, WEBSITE, http://oaklane.example",
        "https://page.example/1, OTHER, in the hall",
    })
    void anAddressOfTheAccountIsTaken(String address, Platform platform, String account) {
        assertThat(PostAddress.wrong(address, platform, account)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.instagram.com/p/1, FACEBOOK, https://facebook.com/oaklane",
        "https://oaklane.example.evil.example/1, WEBSITE, https://oaklane.example",
        "https://evil-oaklane.example/1, WEBSITE, https://oaklane.example",
        "https://oaklane.example@evil.example/1, WEBSITE, https://oaklane.example",
        "https://fb.watch/x1, FACEBOOK, https://facebook.example/oaklane",
        "https://evil.example/1, X, @oaklane",
        "javascript:alert(1), WEBSITE, https://oaklane.example",
        "/1, WEBSITE, https://oaklane.example",
    })
    void anyOtherIsRefusedInASentence(String address, Platform platform, String account) {
        assertThat(PostAddress.wrong(address, platform, account))
                .get()
                .asString()
                .endsWith(".");
    }

    @Test
    void onlyHostsAreCompared() {
        assertThat(PostAddress.wrong(
                        "https://evil.example/https://oaklane.example/", Platform.WEBSITE, "https://oaklane.example"))
                .contains("This address is at evil.example, not at oaklane.example where the account is.");
    }

    @ParameterizedTest
    @CsvSource({
        "https://oaklane.example/1, true",
        "http://oaklane.example, true",
        "ftp://oaklane.example, false",
        "https:///1, false",
        "https://me@oaklane.example, false",
        "@oaklane, false",
        "'not an address', false",
    })
    void onlyAnAddressOfTheWebIsOne(String address, boolean web) {
        assertThat(PostAddress.isOnTheWeb(address)).isEqualTo(web);
    }
}
