package org.clearpost.media.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * "May we post this, on this account, at this time, with these people in it?" A value: the methods that look like
 * changes answer the question that would be asked after that change of the post.
 */
public record Question(
        AccountId account,
        Instant plannedFor,
        boolean nobody,
        List<SubjectId> people,
        List<SubjectId> notIdentifiable,
        @Nullable Integer headcount,
        boolean unlistedPeople,
        @Nullable String caption,
        List<NameUsed> names,
        List<String> links,
        List<String> hashtags,
        @Nullable LocalDate eventDate,
        @Nullable String eventName,
        Set<Confirmation> confirmations,
        SelfCheck selfCheck,
        @Nullable Device device,
        @Nullable PictureId picture,
        Map<String, String> reasons) {

    private static final int MOST_ROUNDS = 8;

    public Question {
        people = List.copyOf(people);
        notIdentifiable = List.copyOf(notIdentifiable);
        names = List.copyOf(names);
        links = List.copyOf(links);
        hashtags = List.copyOf(hashtags);
        // Questions kept from the time before these could be said have none of them.
        confirmations = confirmations == null || confirmations.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(EnumSet.copyOf(confirmations));
        selfCheck = selfCheck == null ? SelfCheck.NOT_ANSWERED : selfCheck;
        reasons = reasons == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(reasons));
    }

    /** A question in which nothing is confirmed yet. */
    public Question(
            AccountId account,
            Instant plannedFor,
            boolean nobody,
            List<SubjectId> people,
            List<SubjectId> notIdentifiable,
            @Nullable Integer headcount,
            boolean unlistedPeople,
            @Nullable String caption,
            List<NameUsed> names,
            List<String> links,
            List<String> hashtags,
            @Nullable LocalDate eventDate,
            @Nullable String eventName) {
        this(
                account,
                plannedFor,
                nobody,
                people,
                notIdentifiable,
                headcount,
                unlistedPeople,
                caption,
                names,
                links,
                hashtags,
                eventDate,
                eventName,
                Set.of(),
                SelfCheck.NOT_ANSWERED,
                null,
                null,
                Map.of());
    }

    /** Everybody the question mentions, in the order they were mentioned. */
    public List<SubjectId> mentioned() {
        Set<SubjectId> mentioned = new LinkedHashSet<>(people);
        mentioned.addAll(notIdentifiable);
        names.stream()
                .filter(name -> name.form() != NameForm.NONE)
                .map(NameUsed::subject)
                .forEach(mentioned::add);
        return List.copyOf(mentioned);
    }

    boolean hasPeople() {
        return !nobody;
    }

    boolean hasText() {
        return isFilled(caption) || !hashtags.isEmpty() || isFilled(eventName);
    }

    boolean hasEvent() {
        return eventDate != null || isFilled(eventName);
    }

    int listed() {
        return people.size() + notIdentifiable.size();
    }

    NameForm nameForm(SubjectId subject) {
        return names.stream()
                .filter(name -> name.subject().equals(subject))
                .map(NameUsed::form)
                .max(NameForm::compareTo)
                .orElse(NameForm.NONE);
    }

    /** How much there is to read: every name is looked for in every text. */
    public long weight() {
        long letters = Stream.concat(hashtags.stream(), links.stream())
                .mapToLong(String::length)
                .sum();
        letters += caption == null ? 0 : caption.length();
        letters += eventName == null ? 0 : eventName.length();
        return letters * mentioned().size();
    }

    /** Whether the caption, a hashtag, the event's name or, if {@code links} are read, one of those spells the name out. */
    boolean spellsOut(PersonFacts person, Reading reading, boolean withLinks) {
        SpelledName name = reading.name(person);
        return texts(reading, withLinks).stream().anyMatch(text -> text.spells(name));
    }

    /** The most telling part of this person's name that stands in any text by itself. */
    NameForm partNamed(PersonFacts person, Reading reading) {
        SpelledName name = reading.name(person);
        return texts(reading, true).stream()
                .map(text -> text.part(name))
                .max(Comparator.naturalOrder())
                .orElse(NameForm.NONE);
    }

    private List<SpelledText> texts(Reading reading, boolean withLinks) {
        List<SpelledText> texts = new ArrayList<>();
        if (caption != null) {
            texts.add(reading.running(caption));
        }
        if (eventName != null) {
            texts.add(reading.running(eventName));
        }
        hashtags.forEach(tag -> texts.add(reading.tag(tag)));
        if (withLinks) {
            links.forEach(link -> texts.add(reading.address(link)));
        }
        return texts;
    }

    /** Without this person in the picture, or named anywhere. */
    Question leavingOut(SubjectId subject, Facts facts, Reading reading) {
        return leavingOut(Set.of(subject), facts, reading);
    }

    /** Without any of these people in the picture, or named anywhere. */
    Question leavingOut(Set<SubjectId> subjects, Facts facts, Reading reading) {
        int pictured = (int) Stream.concat(people.stream(), notIdentifiable.stream())
                .distinct()
                .filter(subjects::contains)
                .count();
        Integer fewer = headcount == null ? null : Integer.valueOf(Math.max(0, headcount - pictured));
        return with(without(people, subjects), without(notIdentifiable, subjects), fewer, unlistedPeople)
                .unnamed(subjects, facts, reading);
    }

    /** With this person cropped or covered so that nobody can tell who it is, and not named. */
    Question blurring(SubjectId subject, Facts facts, Reading reading) {
        List<SubjectId> blurred = notIdentifiable;
        if (people.contains(subject) && !notIdentifiable.contains(subject)) {
            blurred = new ArrayList<>(notIdentifiable);
            blurred.add(subject);
        }
        Set<SubjectId> one = Set.of(subject);
        return with(without(people, one), blurred, headcount, unlistedPeople).unnamed(one, facts, reading);
    }

    /** With this person named in no more than the given form. */
    Question naming(PersonFacts person, NameForm form, Reading reading) {
        List<NameUsed> renamed = names.stream()
                .map(name -> name.subject().equals(person.id()) && name.form().tellsMoreThan(form)
                        ? new NameUsed(name.subject(), form)
                        : name)
                .toList();
        return withTexts(
                renamed, List.of(reading.name(person)), form.of(person.firstName(), person.surname()), reading);
    }

    /** With everybody who is not listed cropped out. */
    Question onlyThoseListed() {
        return with(people, notIdentifiable, listed(), false);
    }

    /** With a picture that shows nobody, and a text that names none of them. */
    Question withoutPeople(Facts facts, Reading reading) {
        Change change =
                leavingOut(new LinkedHashSet<>(mentioned()), facts, reading).change();
        change.picturing(List.of(), List.of(), null, false);
        change.nobody = true;
        change.names = List.of();
        change.device = null;
        change.picture = null;
        return change.made();
    }

    /** The words alone, with no picture. */
    Question withoutPicture() {
        Change change = change();
        change.picturing(List.of(), List.of(), null, false);
        change.nobody = true;
        change.device = null;
        change.picture = null;
        return change.made();
    }

    /** With each contact detail taken out of the words, and links and tags that hold one left out. */
    Question withoutContactDetails(Wording wording) {
        List<String> own = wording.ownContacts();
        return cleaned(
                text -> Span.cut(
                        text,
                        ContactDetail.in(text, own).stream()
                                .map(ContactDetail::where)
                                .toList()),
                link -> ContactDetail.inLink(link, own).isEmpty(),
                tag -> ContactDetail.in(tag, own).isEmpty());
    }

    /** With each listed word that must never stand in a post taken out, and tags made of one left out. */
    Question withoutListedWords(Wording wording) {
        List<String> never = wording.words().stream()
                .filter(listed -> listed.weight() == ListedWord.Weight.NEVER)
                .map(ListedWord::word)
                .toList();
        return cleaned(
                text -> {
                    WordScan scan = WordScan.of(text);
                    return Span.cut(
                            text,
                            never.stream()
                                    .flatMap(word -> scan.find(word).stream())
                                    .toList());
                },
                link -> true,
                tag -> {
                    WordScan scan = WordScan.of(tag);
                    return never.stream().allMatch(word -> scan.find(word).isEmpty());
                });
    }

    Question on(AccountId other) {
        Change change = change();
        change.account = other;
        return change.made();
    }

    Stream<String> texts() {
        return Stream.of(Optional.ofNullable(caption), Optional.ofNullable(eventName))
                .flatMap(Optional::stream);
    }

    /**
     * Cleans until nothing is left to clean: taking one thing out can bring the halves of another together. A text that
     * was made for that is left out whole.
     */
    private Question cleaned(UnaryOperator<String> cleaner, Predicate<String> keepsLink, Predicate<String> keepsTag) {
        Change change = change();
        change.caption = caption == null ? null : untilStable(caption, cleaner);
        change.eventName = eventName == null ? null : untilStable(eventName, cleaner);
        change.links = links.stream().filter(keepsLink).toList();
        change.hashtags = hashtags.stream().filter(keepsTag).toList();
        return change.made();
    }

    private static String untilStable(String text, UnaryOperator<String> cleaner) {
        String before = text;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String after = cleaner.apply(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return "";
    }

    private Question unnamed(Set<SubjectId> subjects, Facts facts, Reading reading) {
        List<NameUsed> others = names.stream()
                .filter(name -> !subjects.contains(name.subject()))
                .toList();
        List<SpelledName> known = new ArrayList<>();
        for (SubjectId subject : subjects) {
            PersonFacts person = facts.person(subject);
            if (person != null) {
                known.add(reading.name(person));
            }
        }
        return withTexts(others, known, null, reading);
    }

    private Question withTexts(
            List<NameUsed> newNames, List<SpelledName> sought, @Nullable String replacement, Reading reading) {
        UnaryOperator<@Nullable String> clean =
                text -> text == null ? null : reading.replaced(text, sought, replacement);
        List<String> tags = hashtags.stream()
                .filter(tag -> sought.stream().noneMatch(reading.tag(tag)::spells))
                .toList();
        List<String> addresses = links.stream()
                .filter(link -> sought.stream().noneMatch(reading.address(link)::spells))
                .toList();
        Change change = change();
        change.caption = clean.apply(caption);
        change.names = newNames;
        change.links = addresses;
        change.hashtags = tags;
        change.eventName = clean.apply(eventName);
        return change.made();
    }

    private Question with(
            List<SubjectId> newPeople,
            List<SubjectId> newNotIdentifiable,
            @Nullable Integer newHeadcount,
            boolean newUnlisted) {
        Change change = change();
        change.picturing(newPeople, newNotIdentifiable, newHeadcount, newUnlisted);
        return change.made();
    }

    private Change change() {
        return new Change(this);
    }

    /** The question's parts while an edit changes some of them; the rest stays as it was. */
    private static final class Change {

        private final Question before;
        private AccountId account;
        private boolean nobody;
        private List<SubjectId> people;
        private List<SubjectId> notIdentifiable;
        private @Nullable Integer headcount;
        private boolean unlistedPeople;
        private @Nullable String caption;
        private List<NameUsed> names;
        private List<String> links;
        private List<String> hashtags;
        private @Nullable String eventName;
        private @Nullable Device device;
        private @Nullable PictureId picture;

        private Change(Question before) {
            this.before = before;
            account = before.account;
            nobody = before.nobody;
            people = before.people;
            notIdentifiable = before.notIdentifiable;
            headcount = before.headcount;
            unlistedPeople = before.unlistedPeople;
            caption = before.caption;
            names = before.names;
            links = before.links;
            hashtags = before.hashtags;
            eventName = before.eventName;
            device = before.device;
            picture = before.picture;
        }

        private void picturing(
                List<SubjectId> shown, List<SubjectId> blurred, @Nullable Integer count, boolean othersToo) {
            people = shown;
            notIdentifiable = blurred;
            headcount = count;
            unlistedPeople = othersToo;
        }

        private Question made() {
            return new Question(
                    account,
                    before.plannedFor,
                    nobody,
                    people,
                    notIdentifiable,
                    headcount,
                    unlistedPeople,
                    caption,
                    names,
                    links,
                    hashtags,
                    before.eventDate,
                    eventName,
                    before.confirmations,
                    before.selfCheck,
                    device,
                    picture,
                    before.reasons);
        }
    }

    private static List<SubjectId> without(List<SubjectId> all, Set<SubjectId> some) {
        return all.stream().filter(id -> !some.contains(id)).toList();
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
