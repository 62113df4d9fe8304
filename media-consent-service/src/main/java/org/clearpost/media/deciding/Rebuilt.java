package org.clearpost.media.deciding;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clearpost.media.deciding.Past.Against;
import org.clearpost.media.deciding.Past.AnswerNow;
import org.clearpost.media.deciding.Past.Ending;
import org.clearpost.media.deciding.Past.PersonRows;
import org.clearpost.media.deciding.Past.Step;
import org.clearpost.media.deciding.Replay.Basis;
import org.clearpost.media.deciding.Replay.Fact;
import org.clearpost.media.deciding.Replay.From;
import org.clearpost.media.deciding.Replay.Mismatch;
import org.clearpost.media.deciding.Replay.Part;
import org.clearpost.media.model.AccountFacts;
import org.clearpost.media.model.ConsentFact;
import org.clearpost.media.model.Facts;
import org.clearpost.media.model.Options;
import org.clearpost.media.model.PersonFacts;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.RestrictedDays;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a decision once more, from the versions of rows it recorded. What no row tells any longer is taken from the
 * sealed copy, and said so. Where rows and copy differ, the rows are what the answer is worked out from.
 *
 * <p>A hold and a restriction differ from the copy in the same words, whoever reads them.
 */
final class Rebuilt {

    /** Clocks and long transactions: what was recorded further from a decision than this was surely after, or before it. */
    private static final Duration UNSURE = Duration.ofHours(1);

    private final StoredDecision stored;
    private final Facts kept;
    private final Past past;
    private final List<Mismatch> mismatches = new ArrayList<>();
    private final List<Basis> basis = new ArrayList<>();
    private final Facts facts;

    Rebuilt(StoredDecision stored, Question question, Facts kept, Past past) {
        this.stored = stored;
        this.kept = kept;
        this.past = past;
        AccountFacts account = account(kept.account(), "/account");
        List<AccountFacts> others = new ArrayList<>();
        for (AccountFacts other : kept.others()) {
            others.add(account(other, "/others/" + other.id()));
        }
        Set<Purpose> purposes = FactsOfNow.purposes(account, others);
        Map<SubjectId, PersonFacts> people = new HashMap<>();
        kept.people().values().stream()
                .sorted(Comparator.comparing(person -> person.id().value()))
                .forEach(person -> people.put(person.id(), person(person, purposes)));
        question.mentioned().stream()
                .filter(id -> !kept.people().containsKey(id))
                .forEach(this::leftOut);
        basis(
                Fact.PEOPLE,
                past.noted(),
                "Answers, last days and what stood against somebody: from the journals, as they stood at the version that was read.",
                "Answers, last days and what stood against somebody: from the sealed copy, as versions were not noted yet."
                        + " Rows that have not changed since were compared with it.");
        basis(
                Fact.ACCOUNTS,
                Stream.concat(Stream.of(kept.account()), kept.others().stream())
                        .allMatch(each -> past.accounts().containsKey(each.id().value())),
                "Accounts: from the versions that were read. Which others could be proposed is in the sealed copy alone.",
                "Accounts: from the sealed copy, as not every version that was read is on record.");
        Options options = options();
        Wording wording = wording();
        basis(
                Fact.NAMES,
                false,
                "",
                "Names, and who is a child: from the sealed copy, as no earlier ones are on record.");
        basis(
                Fact.SETTING,
                false,
                "",
                "Whether the setting was open, and what could be asked just then: from the sealed copy.");
        if (kept.picture() != null) {
            basis(
                    Fact.PICTURE,
                    false,
                    "",
                    "The picture's digest and findings: from the sealed copy. Pictures are not kept.");
        }
        this.facts =
                new Facts(account, kept.settingOpen(), others, people, options, kept.silent(), wording, kept.picture());
    }

    Facts facts() {
        return facts;
    }

    /** Where the rows tell otherwise than the copy. */
    List<Mismatch> mismatches() {
        return mismatches;
    }

    /** What was rebuilt, and what was taken as it was sealed. */
    List<Basis> basis() {
        return basis;
    }

    private AccountFacts account(AccountFacts copy, String at) {
        AccountFacts row = past.accounts().get(copy.id().value());
        if (row == null) {
            if (past.noted()) {
                otherwise(at + "/version", "No such version of this account is on record.");
            }
            return copy;
        }
        if (!row.equals(copy)) {
            otherwise(at, "In the version that was read, this account was otherwise.");
        }
        return row;
    }

    private Options options() {
        Options rows = past.options();
        basis(
                Fact.OPTIONS,
                rows != null,
                "Options: from the revision that was read.",
                "Options: from the sealed copy, as that revision is not on record.");
        if (rows == null) {
            if (past.noted()) {
                otherwise("/optionsRevision", "No such revision of the options is on record.");
            }
            return kept.options();
        }
        if (!rows.equals(kept.options())) {
            otherwise("/options", "In the revision that was read, the options were otherwise.");
        }
        return rows;
    }

    private Wording wording() {
        Wording rows = past.wording();
        basis(
                Fact.WORDING,
                rows != null,
                "The list of words: from the revision that was read.",
                kept.wording().revision() == 0
                        ? "The list of words: from the sealed copy. The setting had chosen none of its own."
                        : "The list of words: from the sealed copy, as that revision is not on record.");
        if (rows == null) {
            if (past.noted() && kept.wording().revision() != 0) {
                otherwise("/wording/revision", "No such revision of the list of words is on record.");
            }
            return kept.wording();
        }
        if (!rows.equals(kept.wording())) {
            otherwise("/wording", "In the revision that was read, the list of words was otherwise.");
        }
        return rows;
    }

    private PersonFacts person(PersonFacts copy, Set<Purpose> purposes) {
        UUID id = copy.id().value();
        String at = "/people/" + id;
        PersonRows rows = past.people().get(id);
        if (rows == null || rows.reached() < copy.version()) {
            otherwise(at + "/version", "This person's record had not reached the version that was read.");
            return copy;
        }
        if (!past.noted()) {
            compareWithRowsOfNow(at, id, copy);
            return copy;
        }
        if (!inItsTime(rows, copy.version())) {
            otherwise(at + "/version", "This person's record was at another version when this was asked.");
        }
        int version = copy.version();
        List<ConsentFact> answers = answers(at, copy, standing(rows, version, purposes));
        LocalDate endedOn = endedOn(rows, version);
        if (!Objects.equals(endedOn, copy.endedOn())) {
            otherwise(at + "/endedOn", "By the journal another last day, or none, was known of this person.");
        }
        boolean held = rows.against().stream().anyMatch(each -> each.days() == null && each.stoodAt(version));
        List<RestrictedDays> restrictions = rows.against().stream()
                .filter(each -> each.days() != null && each.stoodAt(version))
                .map(Against::days)
                .map(Objects::requireNonNull)
                .toList();
        if (held != copy.held() || !restrictions.equals(copy.restrictions())) {
            otherwise(at + "/standing", "By the rows something else stood for or against this person.");
        }
        return new PersonFacts(
                copy.id(),
                copy.kind(),
                copy.firstName(),
                copy.surname(),
                endedOn,
                version,
                held,
                answers,
                restrictions);
    }

    /** Whoever the question mentions and the copy does not know must not have been on record here yet. */
    private void leftOut(SubjectId id) {
        PersonRows rows = past.people().get(id.value());
        if (past.noted()
                && rows != null
                && rows.setting().equals(stored.setting())
                && rows.steps().stream().anyMatch(step -> surelyBefore(step.knownAt()))) {
            otherwise("/people/" + id, "This person was on record, and is not among the facts.");
        }
    }

    private static Map<UUID, Step> standing(PersonRows rows, int version, Set<Purpose> purposes) {
        Map<UUID, Step> latest = new LinkedHashMap<>();
        for (Step step : rows.steps()) {
            if (step.version() <= version) {
                latest.put(step.consent(), step);
            }
        }
        latest.values().removeIf(step -> step.superseded() || !purposes.contains(step.purpose()));
        return latest;
    }

    /** In the order of the copy; what the copy does not name comes last. */
    private List<ConsentFact> answers(String at, PersonFacts copy, Map<UUID, Step> standing) {
        List<ConsentFact> answers = new ArrayList<>();
        Map<UUID, Step> left = new LinkedHashMap<>(standing);
        for (ConsentFact read : copy.consents()) {
            String here = at + "/consents/" + read.id();
            Step step = left.remove(read.id());
            if (step == null) {
                otherwise(here, "By the journal this answer did not stand then.");
                continue;
            }
            ConsentFact row = fact(step);
            compare(here, read, row);
            answers.add(row);
        }
        left.values().forEach(step -> {
            otherwise(
                    at + "/consents/" + step.consent(),
                    "By the journal this answer stood then, and is not among the facts.");
            answers.add(fact(step));
        });
        return answers;
    }

    private void compare(String at, ConsentFact read, ConsentFact row) {
        if (read.state() != row.state()) {
            otherwise(at + "/state", "By the journal this answer stood otherwise then.");
        }
        if (!Objects.equals(read.validUntil(), row.validUntil())) {
            otherwise(at + "/validUntil", "By the journal this answer was to end at another moment, or never.");
        }
        if (read.purpose() != row.purpose()) {
            otherwise(at + "/purpose", "By its row this answer is about another purpose.");
        }
        if (read.channel() != row.channel()) {
            otherwise(at + "/channel", "By its row this answer is about another channel.");
        }
        if (read.revision() != row.revision()) {
            otherwise(at + "/revision", "By the journal this answer was at another revision then.");
        }
    }

    private static ConsentFact fact(Step step) {
        return new ConsentFact(
                step.consent(), step.revision(), step.purpose(), step.channel(), step.state(), step.validUntil());
    }

    private static @Nullable LocalDate endedOn(PersonRows rows, int version) {
        LocalDate endedOn = null;
        for (Ending ending : rows.endings()) {
            if (ending.version() <= version) {
                endedOn = ending.on();
            }
        }
        return endedOn;
    }

    /** Nothing written long before the question belongs to a later version, and nothing written long after to this one. */
    private boolean inItsTime(PersonRows rows, int version) {
        return rows.steps().stream().allMatch(step -> inItsTime(step.version(), step.knownAt(), version))
                && rows.against().stream().allMatch(each -> inItsTime(each.version(), each.since(), version));
    }

    private boolean inItsTime(int written, Instant at, int version) {
        return written > version
                ? !surelyBefore(at)
                : !at.isAfter(stored.askedAt().plus(UNSURE));
    }

    private boolean surelyBefore(Instant moment) {
        return moment.isBefore(stored.askedAt().minus(UNSURE));
    }

    /** The same revision says the same, and none was read before it was. */
    private void compareWithRowsOfNow(String at, UUID person, PersonFacts copy) {
        for (ConsentFact read : copy.consents()) {
            AnswerNow row = past.consents().get(read.id());
            if (row == null || !row.subject().equals(person) || !canHaveBeen(read, row)) {
                otherwise(at + "/consents/" + read.id(), "This answer on file is not the one that was read.");
            }
        }
    }

    private static boolean canHaveBeen(ConsentFact read, AnswerNow row) {
        String channel = read.channel() == null ? null : read.channel().name();
        if (row.revision() < read.revision()
                || !row.purpose().equals(read.purpose().name())
                || !Objects.equals(row.channel(), channel)) {
            return false;
        }
        return row.revision() > read.revision()
                || (row.state().equals(read.state().name()) && Objects.equals(row.validUntil(), read.validUntil()));
    }

    private void basis(Fact fact, boolean rows, String fromRows, String sealed) {
        basis.add(rows ? new Basis(fact, From.ROWS, fromRows) : new Basis(fact, From.SEALED, sealed));
    }

    private void otherwise(String where, String sentence) {
        mismatches.add(new Mismatch(Part.ROWS, where, sentence));
    }
}
