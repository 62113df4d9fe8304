package org.clearpost.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "mara@hilltop.example, mara@hilltop.example",
        "' Mara.O''Neill@Hilltop.EXAMPLE ', mara.o'neill@hilltop.example",
        "a+b@x-y.sub.example, a+b@x-y.sub.example",
    })
    void keepsAnAddressInLowerCase(String typed, String kept) {
        assertThat(EmailAddress.parse(typed)).hasValue(new EmailAddress(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mara",
                "mara@",
                "@hilltop.example",
                "mara@hilltop",
                "mara@@hilltop.example",
                "a b@hilltop.example",
                "mara@-hill.example",
                ".mara@hill.example",
                "mara..b@hill.example",
                "mara@hill..example",
                "mara@hill.example\nbcc: x@y.example",
                "mara@127.0.0.1",
                "=mara@hill.example,x@y.example"
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }
}
