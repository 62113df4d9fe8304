package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell, its policy and its files. */
@Tag("GW-01")
class PagesIT extends GatewayRunning {

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']{22,})'");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ask", "/settings/0190/roster", "/?sign-in=failed"})
    void showsTheShellWithAPolicyThatOnlyFitsThisAnswer(String path) {
        HttpResponse<String> answer = browser().get(path, "Accept", "text/html,*/*;q=0.8");
        String policy = answer.headers().firstValue("content-security-policy").orElseThrow();
        Matcher nonce = NONCE.matcher(policy);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(nonce.find()).isTrue();
        assertThat(answer.body()).contains("nonce=\"" + nonce.group(1) + "\"").doesNotContain("__CSP_NONCE__");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(browser()
                        .get(path, "Accept", "text/html")
                        .headers()
                        .firstValue("content-security-policy")
                        .orElseThrow())
                .isNotEqualTo(policy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/missing-1.js", "/x.php", "/api/x", "/api-docs/x", "/index.html", "/actuator/env"})
    void neverShowsTheShellForAFileOrAnError(String path) {
        HttpResponse<String> answer = browser().signIn().get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("<html");
    }

    @Test
    void filesAreKeptForeverUnderTheirHashedNames() {
        HttpResponse<String> plain = browser().get("/assets/app-1a2b3c.js");
        HttpResponse<String> packed = browser().get("/assets/app-1a2b3c.js", "Accept-Encoding", "gzip, br");

        assertThat(plain.body()).isEqualTo("console.log('plain')\n");
        assertThat(plain.headers().firstValue("cache-control").orElseThrow())
                .contains("max-age=31536000", "public", "immutable");
        assertThat(plain.headers().firstValue("content-type").orElseThrow()).startsWith("text/javascript");
        assertThat(packed.headers().firstValue("content-encoding")).hasValue("br");
        assertThat(packed.headers().firstValue("content-type").orElseThrow()).startsWith("text/javascript");
        assertThat(packed.body()).isEqualTo("not really brotli\n");
    }

    @Test
    @Tag("SEC-13")
    void aPictureSharedBeforeTheWorkerIsThereEndsOnThePageThatSaysSo() {
        HttpResponse<String> answer = share("Sec-Fetch-Site", "none", "Origin", "null");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer)).isEqualTo("/ask?shared=true");
        assertThat(share("Sec-Fetch-Site", "cross-site").body()).contains("gateway.other-origin");
        assertThat(share("Origin", "https://elsewhere.example").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> share(String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "multipart/form-data; boundary=part";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return browser().send("POST", "/share-picture", BodyPublishers.ofByteArray(new byte[3_000_000]), all);
    }

    @Test
    @Tag("GW-05")
    void healthIsForEverybodyAndSaysNothingElse() {
        for (String path :
                new String[] {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"}) {
            HttpResponse<String> answer = browser().get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("components");
        }
        assertThat(browser().get("/actuator/prometheus").statusCode()).isEqualTo(404);
    }
}
