package org.clearpost.media.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
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

    /** Whether the caption, a hashtag or the event's name spells this person's name out. */
    boolean spellsOut(PersonFacts person) {
        SpelledName name = SpelledName.of(person);
        return name.isIn(caption) || name.isIn(eventName) || hashtags.stream().anyMatch(name::isInTag);
    }

    /** Without this person in the picture, or named anywhere. */
    Question leavingOut(SubjectId subject, @Nullable PersonFacts known) {
        boolean pictured = people.contains(subject) || notIdentifiable.contains(subject);
        Integer fewer = headcount != null && pictured ? Integer.valueOf(Math.max(0, headcount - 1)) : headcount;
        return with(without(people, subject), without(notIdentifiable, subject), fewer, unlistedPeople)
                .unnamed(subject, known);
    }

    /** With this person cropped or covered so that nobody can tell who it is, and not named. */
    Question blurring(SubjectId subject, @Nullable PersonFacts known) {
        List<SubjectId> blurred = notIdentifiable;
        if (people.contains(subject) && !notIdentifiable.contains(subject)) {
            blurred = new ArrayList<>(notIdentifiable);
            blurred.add(subject);
        }
        return with(without(people, subject), blurred, headcount, unlistedPeople)
                .unnamed(subject, known);
    }

    /** With this person named in no more than the given form. */
    Question naming(PersonFacts person, NameForm form) {
        List<NameUsed> renamed = names.stream()
                .map(name -> name.subject().equals(person.id()) && name.form().tellsMoreThan(form)
                        ? new NameUsed(name.subject(), form)
                        : name)
                .toList();
        return withTexts(renamed, SpelledName.of(person), form.of(person.firstName(), person.surname()));
    }

    /** With everybody who is not listed cropped out. */
    Question onlyThoseListed() {
        return with(people, notIdentifiable, listed(), false);
    }

    /** With a picture that shows nobody, and a text that names none of them. */
    Question withoutPeople(Facts facts) {
        Question bare = this;
        for (SubjectId subject : mentioned()) {
            bare = bare.leavingOut(subject, facts.person(subject));
        }
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
                links,
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

    private Question unnamed(SubjectId subject, @Nullable PersonFacts known) {
        List<NameUsed> others =
                names.stream().filter(name -> !name.subject().equals(subject)).toList();
        return withTexts(others, known == null ? null : SpelledName.of(known), null);
    }

    private Question withTexts(List<NameUsed> newNames, @Nullable SpelledName name, @Nullable String replacement) {
        UnaryOperator<@Nullable String> clean =
                text -> name == null || text == null ? text : name.replacedIn(text, replacement);
        List<String> tags = name == null
                ? hashtags
                : hashtags.stream().filter(tag -> !name.isInTag(tag)).toList();
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
                links,
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

    private static List<SubjectId> without(List<SubjectId> all, SubjectId one) {
        return all.stream().filter(id -> !id.equals(one)).toList();
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
