package org.clearpost.media.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of one version. A stored decision names the version that gave it, so that it can be worked out again by the
 * same rules; any change of what a rule says or finds is a new version.
 */
public record RuleSet(String version, List<Rule> rules) {

    /** Consent, names, headcount and the account are applied; every other rule of publishing is listed as not checked. */
    public static final RuleSet CURRENT = new RuleSet(
            "2026-11-1",
            Stream.concat(BuiltRules.ALL.stream(), RuleNotBuilt.ALL.stream()).toList());

    public RuleSet {
        rules = List.copyOf(rules);
    }
}
