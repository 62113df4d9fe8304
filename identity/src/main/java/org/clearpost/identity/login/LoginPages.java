package org.clearpost.identity.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/**
 * The pages for signing in and setting a password: plain HTML that needs no script, works at 320 pixels and with a
 * screen reader. What somebody typed is shown again escaped, passwords and codes never.
 */
final class LoginPages {

    private LoginPages() {}

    static String signIn(CsrfToken csrf, @Nullable String email, @Nullable String error, @Nullable String notice) {
        return page(
                "Sign in",
                error,
                """
                <h1>Sign in</h1>
                %s%s<form method="post" action="/login">
                  %s
                  <label for="email">E-mail address</label>
                  <input id="email" name="email" type="email" autocomplete="username" required maxlength="254" value="%s"%s>
                  <label for="password">Password</label>
                  <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"%s>
                  <button type="submit">Sign in</button>
                </form>
                <p><a href="/password">I have a code to set a password</a></p>
                <p class="quiet">No code, or the password is forgotten? Ask the person who looks after Clearpost in your group for a new code.</p>
                """
                        .formatted(
                                notice(notice),
                                error(error),
                                hidden(csrf),
                                escape(email),
                                describedBy(error),
                                describedBy(error)));
    }

    static String setPassword(CsrfToken csrf, @Nullable String email, @Nullable String error) {
        return page(
                "Set a password",
                error,
                """
                <h1>Set a password</h1>
                %s<form method="post" action="/password">
                  %s
                  <label for="email">E-mail address</label>
                  <input id="email" name="email" type="email" autocomplete="username" required maxlength="254" value="%s"%s>
                  <label for="code">One-time code</label>
                  <p class="hint" id="code-hint">Twelve letters and digits, for example ABCD-2345-EFGH. It works once, for 24 hours.</p>
                  <input id="code" name="code" type="text" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" required maxlength="40" aria-describedby="code-hint">
                  <label for="password">New password</label>
                  <p class="hint" id="password-hint">At least 12 characters. Four unrelated words are good.</p>
                  <input id="password" name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="200" aria-describedby="password-hint">
                  <label for="again">New password again</label>
                  <input id="again" name="again" type="password" autocomplete="new-password" required maxlength="200">
                  <button type="submit">Set the password</button>
                </form>
                <p><a href="/login">Back to signing in</a></p>
                """
                        .formatted(error(error), hidden(csrf), escape(email), describedBy(error)));
    }

    /** For what cannot be helped by filling in a form again. */
    static String trouble(String sentence) {
        return page(
                "Sorry",
                null,
                """
                <h1>Sorry</h1>
                <p>%s</p>
                <p><a href="/">Start again</a></p>
                """
                        .formatted(escape(sentence)));
    }

    private static String page(String title, @Nullable String error, String content) {
        return """
                <!doctype html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8">
                <title>%s%s – Clearpost</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <link rel="stylesheet" href="/login/login.css">
                </head>
                <body>
                <header><p class="brand">Clearpost</p></header>
                <main>
                %s</main>
                <footer><p>If anybody is in immediate danger, call <a href="tel:999">999</a> now.</p></footer>
                </body>
                </html>
                """
                .formatted(error == null ? "" : "Error: ", title, content);
    }

    private static String error(@Nullable String sentence) {
        return sentence == null
                ? ""
                : "<p class=\"error\" id=\"error\" role=\"alert\"><strong>Error:</strong> %s</p>\n"
                        .formatted(escape(sentence));
    }

    private static String notice(@Nullable String sentence) {
        return sentence == null ? "" : "<p class=\"notice\" role=\"status\">%s</p>\n".formatted(escape(sentence));
    }

    private static String describedBy(@Nullable String error) {
        return error == null ? "" : " aria-describedby=\"error\"";
    }

    private static String hidden(CsrfToken csrf) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(escape(csrf.getParameterName()), escape(csrf.getToken()));
    }

    private static String escape(@Nullable String text) {
        return HtmlUtils.htmlEscape(Optional.ofNullable(text).orElse(""), "UTF-8");
    }
}
