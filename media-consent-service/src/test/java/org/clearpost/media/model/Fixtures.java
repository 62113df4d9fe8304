package org.clearpost.media.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

    static final AccountFacts SUSPENDED =
            new AccountFacts(FACEBOOK.id(), OAK_LANE, Platform.FACEBOOK, "Oak Lane page", AccountStatus.SUSPENDED, 1);
    static final PictureId PICTURE = new PictureId(uuid(700));
    static final PictureFacts CLEANED = new PictureFacts(PICTURE, "ab12", Set.of());
    static final SelfCheck NOTHING_AGAINST = new SelfCheck(false, true, true, true, true);

    /** Consent, names, headcount and the account, and none that is not built: with them a post can be permitted. */
    static final RuleSet ONLY_BUILT = new RuleSet("test", BuiltRules.SECOND, true, false);

    /** Every rule that is built and none that is not: with it a post can be permitted. */
    static final RuleSet EVERY_BUILT = new RuleSet(
            "test",
            Stream.concat(BuiltRules.ALL.stream(), LookedAtRules.ALL.stream()).toList(),
            true,
            true);

    /** Every option that any of those rules goes by. */
    static final Options CHOSEN = options(
            Options.NAME_FORMAT,
            "FIRST_INITIAL",
            Options.CROWDS,
            "EACH_IDENTIFIABLE",
            Options.OWN_DEVICES,
            "WITH_SENIOR_AGREEMENT",
            Options.POLITICS,
            "BAN");

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

    /** With every option chosen, the starter words, and a picture that told nothing. */
    static Facts allSaid(PersonFacts... people) {
        return with(facts(FACEBOOK, List.of(), CHOSEN, people), Wording.NOT_CHOSEN, CLEANED);
    }

    static Facts with(Facts facts, Wording wording, @Nullable PictureFacts picture) {
        return new Facts(
                facts.account(),
                facts.settingOpen(),
                facts.others(),
                facts.people(),
                facts.options(),
                facts.silent(),
                wording,
                picture);
    }

    static Facts choosing(Facts facts, Options options) {
        return new Facts(
                facts.account(),
                facts.settingOpen(),
                facts.others(),
                facts.people(),
                options,
                facts.silent(),
                facts.wording(),
                facts.picture());
    }

    static Facts silent(Facts facts, Source... silent) {
        return new Facts(
                facts.account(),
                facts.settingOpen(),
                facts.others(),
                facts.people(),
                facts.options(),
                Set.of(silent),
                facts.wording(),
                facts.picture());
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
        private @Nullable LocalDate eventDate;
        private @Nullable String eventName;
        private final Set<Confirmation> confirmations = EnumSet.noneOf(Confirmation.class);
        private SelfCheck selfCheck = SelfCheck.NOT_ANSWERED;
        private @Nullable Device device;
        private @Nullable PictureId picture;
        private final Map<String, String> reasons = new HashMap<>();

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

        Ask event(@Nullable LocalDate date, @Nullable String name) {
            eventDate = date;
            eventName = name;
            return this;
        }

        Ask ticking(Confirmation... ticks) {
            confirmations.addAll(List.of(ticks));
            return this;
        }

        Ask without(Confirmation... ticks) {
            confirmations.removeAll(List.of(ticks));
            return this;
        }

        Ask answering(SelfCheck answers) {
            selfCheck = answers;
            return this;
        }

        Ask device(@Nullable Device whose) {
            device = whose;
            return this;
        }

        Ask picture(@Nullable PictureId cleaned) {
            picture = cleaned;
            return this;
        }

        Ask because(String rule, String reason) {
            reasons.put(rule, reason);
            return this;
        }

        /** With everything said that can be said for the post. */
        Ask allSaid() {
            return ticking(Confirmation.values())
                    .answering(NOTHING_AGAINST)
                    .device(Device.WORK)
                    .picture(PICTURE);
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
                    eventDate,
                    eventName,
                    confirmations,
                    selfCheck,
                    device,
                    picture,
                    reasons);
        }

        Decision decidedByAll(Facts facts) {
            return MayWePost.decide(question(), facts, EVERY_BUILT);
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
