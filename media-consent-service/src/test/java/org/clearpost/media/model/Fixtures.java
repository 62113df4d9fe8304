package org.clearpost.media.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small school's facts, and a question about them, changed one thing at a time. */
final class Fixtures {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final SettingId OAK_LANE = new SettingId(uuid(900));
    static final SubjectId MIA = new SubjectId(uuid(1));
    static final SubjectId KOFI = new SubjectId(uuid(2));
    static final SubjectId STRANGER = new SubjectId(uuid(77));
    static final AccountFacts FACEBOOK = new AccountFacts(
            new AccountId(uuid(501)), OAK_LANE, Platform.FACEBOOK, "Oak Lane page", AccountStatus.LIVE, 1);
    static final AccountFacts SITE = new AccountFacts(
            new AccountId(uuid(502)), OAK_LANE, Platform.WEBSITE, "Oak Lane site", AccountStatus.LIVE, 1);

    /** Every rule that is built and none that is not: with it a post can be permitted. */
    static final RuleSet ONLY_BUILT = new RuleSet("test", BuiltRules.ALL, true);

    private Fixtures() {}

    static UUID uuid(int number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    static ConsentFact answer(Purpose purpose, @Nullable Platform channel, ConsentState state) {
        return answer(purpose, channel, state, null);
    }

    static ConsentFact answer(
            Purpose purpose, @Nullable Platform channel, ConsentState state, @Nullable Instant validUntil) {
        return new ConsentFact(uuid(3000), 1, purpose, channel, state, validUntil);
    }

    static ConsentFact social(ConsentState state) {
        return answer(Purpose.SOCIAL_MEDIA, null, state);
    }

    static PersonFacts mia(ConsentFact... consents) {
        return child(MIA, "Mia", "Thompson", false, consents);
    }

    static PersonFacts kofi(ConsentFact... consents) {
        return child(KOFI, "Kofi", "Ansah", false, consents);
    }

    static PersonFacts held(PersonFacts person) {
        return new PersonFacts(
                person.id(),
                person.kind(),
                person.firstName(),
                person.surname(),
                person.endedOn(),
                person.version(),
                true,
                person.consents());
    }

    static PersonFacts child(SubjectId id, String first, String surname, boolean held, ConsentFact... consents) {
        return new PersonFacts(id, SubjectKind.CHILD, first, surname, null, 1, held, List.of(consents));
    }

    static Facts facts(PersonFacts... people) {
        return facts(FACEBOOK, List.of(), options(Options.NAME_FORMAT, "FIRST_INITIAL"), people);
    }

    static Facts facts(AccountFacts account, List<AccountFacts> others, Options options, PersonFacts... people) {
        Map<SubjectId, PersonFacts> known = new HashMap<>();
        for (PersonFacts person : people) {
            known.put(person.id(), person);
        }
        return new Facts(account, true, others, known, options, Set.of());
    }

    static Options options(String... keysAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new Options(1, values);
    }

    static Ask about(SubjectId... people) {
        return new Ask(List.of(people));
    }

    /** A question being put together. */
    static final class Ask {

        private AccountId account = FACEBOOK.id();
        private Instant plannedFor = NOON;
        private boolean nobody;
        private List<SubjectId> people;
        private List<SubjectId> notIdentifiable = List.of();
        private @Nullable Integer headcount;
        private boolean unlisted;
        private @Nullable String caption;
        private final List<NameUsed> names = new ArrayList<>();
        private List<String> hashtags = List.of();
        private List<String> links = List.of();

        private Ask(List<SubjectId> people) {
            this.people = people;
            this.headcount = people.size();
            this.nobody = people.isEmpty();
        }

        Ask on(AccountFacts chosen) {
            account = chosen.id();
            return this;
        }

        Ask at(Instant moment) {
            plannedFor = moment;
            return this;
        }

        Ask notIdentifiable(SubjectId... blurred) {
            notIdentifiable = List.of(blurred);
            nobody = false;
            headcount = people.size() + blurred.length;
            return this;
        }

        Ask headcount(@Nullable Integer count) {
            headcount = count;
            return this;
        }

        Ask unlisted(boolean there) {
            unlisted = there;
            return this;
        }

        Ask caption(@Nullable String text) {
            caption = text;
            return this;
        }

        Ask naming(SubjectId subject, NameForm form) {
            names.add(new NameUsed(subject, form));
            return this;
        }

        Ask hashtags(String... tags) {
            hashtags = List.of(tags);
            return this;
        }

        Ask links(String... addresses) {
            links = List.of(addresses);
            return this;
        }

        Question question() {
            return new Question(
                    account,
                    plannedFor,
                    nobody,
                    people,
                    notIdentifiable,
                    headcount,
                    unlisted,
                    caption,
                    names,
                    links,
                    hashtags,
                    null,
                    null);
        }

        Decision decided(Facts facts) {
            return MayWePost.decide(question(), facts, ONLY_BUILT);
        }
    }

    static RuleEntry rule(Decision decision, String id) {
        return decision.rules().stream()
                .filter(entry -> entry.rule().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No entry for " + id + " in " + decision.rules()));
    }

    static List<String> actions(Decision decision) {
        return decision.remedies().stream().map(Remedy::action).toList();
    }
}
