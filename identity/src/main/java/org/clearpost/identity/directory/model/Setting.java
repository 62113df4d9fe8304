package org.clearpost.identity.directory.model;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A nursery, school, council service or partner of a group.
 *
 * <p>Never deleted: a setting is closed, keeps its history, and takes no further posts.
 */
public record Setting(SettingId id, Details details, boolean open, long version) {

    /** What a group admin may say about a setting, already checked. */
    public record Details(
            String officialName,
            SettingType type,
            Nation nation,
            List<String> emailDomains,
            Map<RoleCode, String> labels) {

        static final int LONGEST_NAME = 120;
        static final int LONGEST_LABEL = 40;
        static final int MOST_DOMAINS = 20;

        public Details {
            emailDomains = List.copyOf(emailDomains);
            labels = Map.copyOf(labels);
        }

        /**
         * Checks what was typed and refuses it with one error per field.
         *
         * @param above where the fields stand in the request: empty, or a pointer such as "/setting"
         */
        public static Details of(
                String above,
                @Nullable String officialName,
                @Nullable String type,
                @Nullable String nation,
                @Nullable List<@Nullable String> emailDomains,
                @Nullable Map<String, @Nullable String> labels) {
            Corrections corrections = new Corrections(above);
            Details details = new Details(
                    corrections.line("officialName", officialName, LONGEST_NAME),
                    corrections.constant("type", type, SettingType.class),
                    corrections.constant("nation", nation, Nation.class),
                    domains(corrections, emailDomains == null ? List.<@Nullable String>of() : emailDomains),
                    labels(corrections, labels == null ? Map.<String, @Nullable String>of() : labels));
            corrections.refuseIfAny();
            return details;
        }

        private static List<String> domains(Corrections corrections, List<@Nullable String> given) {
            if (given.isEmpty() || given.size() > MOST_DOMAINS) {
                corrections.add("emailDomains", "Between 1 and " + MOST_DOMAINS + " domains, please.");
                return List.of();
            }
            Set<String> domains = new LinkedHashSet<>();
            for (int index = 0; index < given.size(); index++) {
                String typed = given.get(index);
                String domain = typed == null ? "" : EmailAddress.tidy(typed);
                if (EmailAddress.isDomain(domain)) {
                    domains.add(domain);
                } else {
                    corrections.add("emailDomains/" + index, "This is not an e-mail domain, such as hilltop.example.");
                }
            }
            return List.copyOf(domains);
        }

        private static Map<RoleCode, String> labels(Corrections corrections, Map<String, @Nullable String> given) {
            Map<RoleCode, String> labels = new EnumMap<>(RoleCode.class);
            given.forEach((code, words) -> {
                String field = "labels/" + code.replace("~", "~0").replace("/", "~1");
                RoleCode role = corrections.constant(field, code, RoleCode.class);
                labels.put(role, corrections.line(field, words, LONGEST_LABEL));
            });
            return labels;
        }
    }

    public Setting with(Details changed) {
        requireOpen();
        return new Setting(id, changed, open, version);
    }

    public Setting closed() {
        requireOpen();
        return new Setting(id, details, false, version);
    }

    /** Refuses whatever a closed setting no longer takes. */
    public void requireOpen() {
        if (!open) {
            throw new RefusedException(DirectoryProblem.SETTING_CLOSED);
        }
    }

    /**
     * Whether somebody with this address may hold {@code role} here.
     *
     * <p>Families have their own addresses, so the parent's post is not tied to the setting's domains. CHN-07: an
     * official account is only ever in the hands of an official address.
     */
    public boolean allows(EmailAddress address, RoleCode role) {
        return role == RoleCode.PARENT || details.emailDomains().contains(address.domain());
    }

    /** The setting's own word for a role, or the usual one (UI-03, OPT-31). */
    public String label(RoleCode role) {
        return details.labels().getOrDefault(role, role.words());
    }
}
