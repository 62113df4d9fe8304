package org.clearpost.incident.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * How the holder of a post is reached: words for the person, and a phone number, an e-mail address or both.
 *
 * <p>The number is one that can be dialled in the United Kingdom, and the address is the setting's own: nobody in
 * trouble is sent to a private mailbox.
 */
public record HelpContact(HelpPost post, String shownAs, @Nullable String phone, @Nullable String email) {

    private static final int LONGEST = 80;
    private static final int LONGEST_LOCAL_PART = 64;

    /** Ten or eleven digits from 0, or the same after +44; no premium numbers; an extension may follow. */
    private static final Pattern PHONE =
            Pattern.compile("(?:\\+44|0)[123578]\\d{8,9}(?:(?:ext|x)\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private static final Pattern EMAIL = Pattern.compile(
            "([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@([A-Za-z0-9.-]{1,253})");

    /** Checks what was written; an empty text counts as nothing. */
    public static HelpContact of(
            HelpPost post,
            @Nullable String shownAs,
            @Nullable String phone,
            @Nullable String email,
            Set<String> emailDomains) {
        List<FieldError> faults = new ArrayList<>();
        String words = tidy(shownAs);
        if (words == null) {
            faults.add(new FieldError("/shownAs", "Say who will answer, as people know them."));
        } else if (words.codePointCount(0, words.length()) > LONGEST) {
            faults.add(new FieldError("/shownAs", "At most " + LONGEST + " characters."));
        } else if (words.chars().anyMatch(HelpContact::isUnseen)) {
            faults.add(new FieldError("/shownAs", "Only characters that can be seen."));
        }
        String number = tidy(phone);
        if (number != null && !isPhone(number)) {
            faults.add(new FieldError("/phone", "Write a UK phone number, for example 029 2018 0456."));
        }
        String address = tidy(email);
        if (address != null) {
            address = checkedEmail(address, emailDomains, faults);
        }
        if (number == null && address == null) {
            faults.add(new FieldError("/phone", "Give a phone number, an e-mail address or both."));
        }
        if (words == null || !faults.isEmpty()) {
            throw new RefusedException(IncidentProblem.CONTACT_NOT_ALLOWED, faults);
        }
        return new HelpContact(post, words, number, address);
    }

    private static @Nullable String tidy(@Nullable String text) {
        String tidied = text == null ? "" : text.strip().replaceAll(" +", " ");
        return tidied.isEmpty() ? null : tidied;
    }

    private static boolean isPhone(String number) {
        if (number.length() > 30) {
            return false;
        }
        String dialled =
                number.replace("+44 (0)", "+44").replace("+44(0)", "+44").replaceAll("[ ()./-]", "");
        return PHONE.matcher(dialled).matches();
    }

    private static String checkedEmail(String address, Set<String> domains, List<FieldError> faults) {
        Matcher parts = EMAIL.matcher(address);
        if (!parts.matches() || parts.group(1).length() > LONGEST_LOCAL_PART) {
            faults.add(new FieldError("/email", "This is not an e-mail address."));
            return address;
        }
        String domain = parts.group(2).toLowerCase(Locale.ROOT);
        if (!domains.contains(domain)) {
            faults.add(new FieldError("/email", notOurs(domains)));
        }
        return parts.group(1) + "@" + domain;
    }

    private static String notOurs(Set<String> domains) {
        return domains.isEmpty()
                ? "This setting has no e-mail domain yet. Ask a group admin to add it."
                : "Use an address of this setting: "
                        + String.join(", ", domains.stream().sorted().toList()) + ".";
    }

    private static boolean isUnseen(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }
}
