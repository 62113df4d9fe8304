package org.clearpost.identity.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does what the gateway does at identity: starts a sign-in, redeems the code, renews, exchanges. */
public final class Gateway {

    public static final String ISSUER = "http://localhost:8080";
    public static final String CALLBACK = ISSUER + "/login/oauth2/code/clearpost";
    public static final String VERIFIER = "a-verifier-of-sufficient-length-for-the-test-0123456789";

    private final Browser http;

    public Gateway(int port) {
        this(port, "gateway", "test-gateway-secret");
    }

    public Gateway(int port, String client, String secret) {
        this.http = new Browser(port).with("Authorization", Browser.basic(client, secret));
    }

    /** Where the gateway sends a browser to sign in. */
    public static String authorize() {
        return authorize(CALLBACK);
    }

    public static String authorize(String redirectUri) {
        return "/oauth2/authorize?response_type=code&client_id=gateway&scope=openid&state=the-state&nonce=the-nonce"
                + "&redirect_uri=" + URLEncoder.encode(redirectUri, StandardCharsets.UTF_8)
                + "&code_challenge_method=S256&code_challenge=" + challenge();
    }

    /** Signs in like a person would; the address the browser ends up being sent to. */
    public static URI signIn(Browser browser, String email, String password) {
        HttpResponse<String> start = browser.get(authorize());
        expect(start, 302, "/login");
        HttpResponse<String> in = browser.fillIn("/login", Map.of("email", email, "password", password));
        expect(in, 302, "/oauth2/authorize");
        HttpResponse<String> code =
                browser.get(in.headers().firstValue("Location").orElseThrow());
        return URI.create(code.headers().firstValue("Location").orElseThrow());
    }

    public static String codeIn(URI address) {
        return Arrays.stream(address.getRawQuery().split("&", -1))
                .filter(pair -> pair.startsWith("code="))
                .map(pair -> URLDecoder.decode(pair.substring("code=".length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No code in " + address));
    }

    public HttpResponse<String> redeem(String code) {
        return redeem(code, VERIFIER);
    }

    public HttpResponse<String> redeem(String code, String verifier) {
        return http.post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", CALLBACK,
                        "code_verifier", verifier));
    }

    public HttpResponse<String> renew(String refreshToken) {
        return http.post("/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    public HttpResponse<String> revoke(String token) {
        return http.post("/oauth2/revoke", Map.of("token", token));
    }

    public HttpResponse<String> exchange(String token, String audience) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        form.put("subject_token", token);
        form.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        if (!audience.isEmpty()) {
            form.put("audience", audience);
        }
        return http.post("/oauth2/token", form);
    }

    public HttpResponse<String> ask(Map<String, String> form) {
        return http.post("/oauth2/token", form);
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    public static String text(HttpResponse<String> response, String field) {
        return json(response).get(field).asString();
    }

    /** What a token says, without checking it. */
    public static JsonNode claims(String token) {
        return JsonMapper.shared()
                .readTree(
                        Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'))));
    }

    private static void expect(HttpResponse<String> response, int status, String address) {
        String sentTo = response.headers().firstValue("Location").orElse("");
        if (response.statusCode() != status || !sentTo.startsWith(address)) {
            throw new AssertionError("Expected " + status + " to " + address + " but was " + response.statusCode()
                    + " to " + sentTo + ": " + response.body());
        }
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
