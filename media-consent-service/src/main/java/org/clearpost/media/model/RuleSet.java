package org.clearpost.media.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of one version. A stored decision names the version that gave it, so that it can be worked out again by the
 * same rules; any change of what a rule says or finds is a new version.
 *
 * @param readsLinks whether names are looked for in addresses too
 * @param tellsTextChanges whether an answer says what an edit changes in the words
 */
public record RuleSet(String version, List<Rule> rules, boolean readsLinks, boolean tellsTextChanges) {

    /** Names pass where no full name is found in the text; links are not read. Kept to work its decisions out again. */
    static final RuleSet FIRST = new RuleSet("2026-11-1", BuiltRules.FIRST, false, false).with(RuleNotBuilt.FIRST);

    /**
     * Consent, names, headcount and the account are applied; every other rule of publishing is listed as not checked.
     * Names never pass by not being found in a text, and links are texts.
     */
    static final RuleSet SECOND = new RuleSet("2026-11-2", BuiltRules.SECOND, true, false).with(RuleNotBuilt.FIRST);

    /** An edit that takes a name out says so where a link goes with it. */
    static final RuleSet THIRD = new RuleSet("2026-11-3", BuiltRules.SECOND, true, false).with(RuleNotBuilt.FIRST);

    /** The words, the picture and what is confirmed are looked at too; approval and authorship are still to come. */
    static final RuleSet FOURTH = new RuleSet("2026-11-4", BuiltRules.FOURTH, true, true)
            .with(LookedAtRules.ALL)
            .with(RuleNotBuilt.LATER);

    /** Where a setting goes by notice and objection at events, that both were seen to can be said. */
    public static final RuleSet CURRENT = new RuleSet("2026-11-5", BuiltRules.ALL, true, true)
            .with(LookedAtRules.ALL)
            .with(RuleNotBuilt.LATER);

    private static final Set<String> SILENT_ABOUT_LINKS = Set.of(FIRST.version, SECOND.version);

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** The rules by which a kept decision was made. */
    public static Optional<RuleSet> find(String version) {
        return Stream.of(FIRST, SECOND, THIRD, FOURTH, CURRENT)
                .filter(rules -> rules.version().equals(version))
                .findFirst();
    }

    /** Whether an edit says that a link goes with the name. */
    boolean tellsOfLinks() {
        return !SILENT_ABOUT_LINKS.contains(version);
    }

    private RuleSet with(List<Rule> more) {
        return new RuleSet(
                version, Stream.concat(rules.stream(), more.stream()).toList(), readsLinks, tellsTextChanges);
    }
}
