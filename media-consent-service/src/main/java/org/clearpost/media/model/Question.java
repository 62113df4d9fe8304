package org.clearpost.media.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
        @Nullable String eventName) {

    public Question {
        people = List.copyOf(people);
        notIdentifiable = List.copyOf(notIdentifiable);
        names = List.copyOf(names);
        links = List.copyOf(links);
        hashtags = List.copyOf(hashtags);
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
        Question bare = leavingOut(new LinkedHashSet<>(mentioned()), facts, reading);
        return new Question(
                account,
                plannedFor,
                true,
                List.of(),
                List.of(),
                null,
                false,
                bare.caption,
                List.of(),
                bare.links,
                bare.hashtags,
                eventDate,
                bare.eventName);
    }

    Question on(AccountId other) {
        return new Question(
                other,
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
                eventName);
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
        return new Question(
                account,
                plannedFor,
                nobody,
                people,
                notIdentifiable,
                headcount,
                unlistedPeople,
                clean.apply(caption),
                newNames,
                addresses,
                tags,
                eventDate,
                clean.apply(eventName));
    }

    private Question with(
            List<SubjectId> newPeople,
            List<SubjectId> newNotIdentifiable,
            @Nullable Integer newHeadcount,
            boolean newUnlisted) {
        return new Question(
                account,
                plannedFor,
                nobody,
                newPeople,
                newNotIdentifiable,
                newHeadcount,
                newUnlisted,
                caption,
                names,
                links,
                hashtags,
                eventDate,
                eventName);
    }

    private static List<SubjectId> without(List<SubjectId> all, Set<SubjectId> some) {
        return all.stream().filter(id -> !some.contains(id)).toList();
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
