package org.clearpost.media.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.model.AccountId;
import org.clearpost.media.model.Confirmation;
import org.clearpost.media.model.Device;
import org.clearpost.media.model.NameForm;
import org.clearpost.media.model.NameUsed;
import org.clearpost.media.model.PictureId;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.SelfCheck;
import org.clearpost.media.model.SubjectId;
import org.jspecify.annotations.Nullable;

/** The question as a client sends it. Who asks and when is never part of it. */
record DecisionRequest(
        @Nullable UUID accountId,
        @Nullable Instant plannedFor,
        @Nullable Boolean nobody,
        @Nullable List<@Nullable UUID> people,
        @Nullable List<@Nullable UUID> notIdentifiable,
        @Nullable Integer headcount,
        @Nullable Boolean unlistedPeople,
        @Nullable String caption,
        @Nullable List<@Nullable NameRequest> names,
        @Nullable List<@Nullable String> links,
        @Nullable List<@Nullable String> hashtags,
        @Nullable LocalDate eventDate,
        @Nullable String eventName,
        @Nullable List<@Nullable Confirmation> confirmations,
        @Nullable SelfCheckRequest selfCheck,
        @Nullable Device device,
        @Nullable UUID picture,
        @Nullable List<@Nullable ReasonRequest> reasons) {

    private static final int MOST_PEOPLE = 200;
    private static final int MOST_LINKS = 50;
    private static final int LONGEST_CAPTION = 10_000;
    private static final int FURTHEST_MONTHS = 12;
    /** A client's clock may run a little behind. */
    private static final int LATE_SECONDS = 300;

    /** Rules that a reason answers. */
    private static final Set<String> WITH_REASON = Set.of("PST-14", "PST-30");

    private static final int LONGEST_REASON = 500;

    record SelfCheckRequest(
            @Nullable Boolean reflectsPoorly,
            @Nullable Boolean professionalReason,
            @Nullable Boolean reasonableToOthers,
            @Nullable Boolean followsPolicy,
            @Nullable Boolean contentSuitable) {

        SelfCheck read() {
            return new SelfCheck(
                    reflectsPoorly, professionalReason, reasonableToOthers, followsPolicy, contentSuitable);
        }
    }

    record ReasonRequest(@Nullable String rule, @Nullable String reason) {}

    private static final SelfCheckRequest NOTHING_ANSWERED = new SelfCheckRequest(null, null, null, null, null);

    record NameRequest(@Nullable UUID subjectId, @Nullable NameForm form) {}

    /** The question this asks at {@code now}, with everything that contradicts itself refused. */
    Question read(Instant now) {
        Fields fields = new Fields();
        UUID account = fields.required("/accountId", accountId, new UUID(0, 0));
        boolean bare = nobody != null && nobody;
        List<SubjectId> pictured = subjects(fields, "/people", people);
        List<SubjectId> blurred = subjects(fields, "/notIdentifiable", notIdentifiable);
        for (int i = 0; i < blurred.size(); i++) {
            if (pictured.contains(blurred.get(i))) {
                fields.refuse("/notIdentifiable/" + i, "This person is also listed as one who can be recognised.");
            }
        }
        boolean unlisted = unlistedPeople != null && unlistedPeople;
        if (bare && (!pictured.isEmpty() || !blurred.isEmpty() || unlisted || (headcount != null && headcount != 0))) {
            fields.refuse("/nobody", "You say that nobody is in the picture, and also that somebody is.");
        }
        if (!bare && unlistedPeople == null) {
            fields.refuse("/unlistedPeople", "Please say whether anybody else can be recognised.");
        }
        if (headcount != null && (headcount < 0 || headcount > 10_000)) {
            fields.refuse("/headcount", "Please count the people in the picture.");
        }
        Question question = new Question(
                new AccountId(account),
                plannedFor(fields, now),
                bare,
                pictured,
                blurred,
                headcount,
                unlisted,
                fields.optionalText("/caption", caption, LONGEST_CAPTION),
                namesUsed(fields),
                lines(fields, "/links", links, 2_000),
                lines(fields, "/hashtags", hashtags, 200),
                eventDate,
                fields.optionalLine("/eventName", eventName, 200),
                Set.copyOf(fields.list("/confirmations", confirmations, Confirmation.values().length)),
                (selfCheck == null ? NOTHING_ANSWERED : selfCheck).read(),
                device,
                picture == null ? null : new PictureId(picture),
                reasons(fields));
        if (question.mentioned().size() > MOST_PEOPLE) {
            fields.refuse("/people", "At most " + MOST_PEOPLE + " people in one question, please.");
        }
        fields.check();
        return question;
    }

    /** The planned time, or now: a post planned for a moment that has just passed goes out now. */
    private Instant plannedFor(Fields fields, Instant now) {
        if (plannedFor == null) {
            return now;
        }
        if (plannedFor.isBefore(now.minusSeconds(LATE_SECONDS))) {
            fields.refuse("/plannedFor", "This time has passed.");
        }
        if (plannedFor.isAfter(
                now.atZone(CivilDay.ZONE).plusMonths(FURTHEST_MONTHS).toInstant())) {
            fields.refuse("/plannedFor", "No more than twelve months ahead, please.");
            return now;
        }
        return plannedFor.isBefore(now) ? now : plannedFor;
    }

    private List<NameUsed> namesUsed(Fields fields) {
        List<NameRequest> given = fields.list("/names", names, MOST_PEOPLE);
        List<NameUsed> used = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            UUID subject =
                    fields.required("/names/" + i + "/subjectId", given.get(i).subjectId(), new UUID(0, 0));
            NameForm form =
                    fields.required("/names/" + i + "/form", given.get(i).form(), NameForm.FULL);
            used.add(new NameUsed(new SubjectId(subject), form));
        }
        return used;
    }

    private Map<String, String> reasons(Fields fields) {
        List<ReasonRequest> given = fields.list("/reasons", reasons, WITH_REASON.size());
        Map<String, String> read = new TreeMap<>();
        for (int i = 0; i < given.size(); i++) {
            String rule =
                    fields.required("/reasons/" + i + "/rule", given.get(i).rule(), "");
            if (!WITH_REASON.contains(rule)) {
                fields.refuse("/reasons/" + i + "/rule", "No reason is asked for here.");
            }
            String reason = fields.optionalText(
                    "/reasons/" + i + "/reason", given.get(i).reason(), LONGEST_REASON);
            if (reason == null) {
                fields.refuse("/reasons/" + i + "/reason", "Please fill this in.");
            } else if (read.put(rule, reason) != null) {
                fields.refuse("/reasons/" + i + "/rule", "This is given twice.");
            }
        }
        return read;
    }

    private static List<SubjectId> subjects(Fields fields, String pointer, @Nullable List<@Nullable UUID> ids) {
        List<UUID> given = fields.list(pointer, ids, MOST_PEOPLE);
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            if (!seen.add(given.get(i))) {
                fields.refuse(pointer + "/" + i, "This person is listed twice.");
            }
        }
        return given.stream().map(SubjectId::new).toList();
    }

    private static List<String> lines(
            Fields fields, String pointer, @Nullable List<@Nullable String> values, int longest) {
        List<String> given = fields.list(pointer, values, MOST_LINKS);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            lines.add(fields.line(pointer + "/" + i, given.get(i), longest));
        }
        return lines;
    }
}
