package org.clearpost.media.importing.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.GiverType;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Responsibility;
import org.jspecify.annotations.Nullable;

/**
 * What importing a file would do, row verdicts included; nothing has been stored.
 *
 * <p>Every child, giver and answer in it came from accepted rows only.
 */
public record ImportPlan(
        Preview preview, List<Finding> findings, List<PlannedGiver> givers, List<PlannedChild> children) {

    /**
     * Counts for the person who decides. Answers are counted per cell of accepted rows.
     *
     * @param rows rows about a person; skipped ones are not among them
     * @param accepted rows taken, as {@code people} people
     */
    public record Preview(int rows, int people, int accepted, int rejected, int skipped, int givers, Answers answers) {}

    public record Answers(int active, int pending, int refused, int none) {}

    public record PlannedGiver(@Nullable String externalId, String name, @Nullable String email, GiverType type) {}

    /**
     * One child to create, or to recognise as {@code stored}.
     *
     * @param row the first row about the child
     * @param className blank when the file does not say, or says two
     */
    public record PlannedChild(
            int row,
            @Nullable UUID stored,
            String firstName,
            String surname,
            String className,
            @Nullable String externalId,
            List<Link> givers,
            List<PlannedAnswer> answers) {}

    /**
     * What a giver is to the child.
     *
     * @param giver position in {@link ImportPlan#givers()}
     */
    public record Link(int giver, @Nullable String relation, Responsibility responsibility) {}

    /**
     * An answer to store.
     *
     * @param giver position in {@link ImportPlan#givers()}
     * @param alone false when it is not certain that this one person gave it: a yes then waits
     */
    public record PlannedAnswer(
            int giver,
            Purpose purpose,
            @Nullable Platform channel,
            Answer answer,
            boolean alone,
            @Nullable String formVersion,
            @Nullable LocalDate signedOn,
            @Nullable String keptAt) {

        public boolean evidenceComplete() {
            return formVersion != null && signedOn != null && keptAt != null;
        }
    }
}
