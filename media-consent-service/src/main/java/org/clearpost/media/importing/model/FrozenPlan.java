package org.clearpost.media.importing.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.clearpost.media.importing.model.ImportPlan.Link;
import org.clearpost.media.importing.model.ImportPlan.PlannedAnswer;
import org.clearpost.media.importing.model.ImportPlan.PlannedChild;
import org.clearpost.media.importing.model.ImportPlan.PlannedGiver;
import org.clearpost.media.model.GiverType;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed plan with every id decided, so that doing a part of it again changes nothing.
 *
 * <p>Positions of givers in links and answers refer to {@link #givers()}.
 */
public record FrozenPlan(List<Giver> givers, List<Child> children) {

    /**
     * Who gave answers.
     *
     * @param fresh whether the giver is to be created
     */
    public record Giver(
            UUID id, boolean fresh, @Nullable String externalId, String name, @Nullable String email, GiverType type) {}

    /**
     * A child with its givers and answers.
     *
     * @param fresh whether the child is to be created
     */
    public record Child(
            int row,
            UUID id,
            boolean fresh,
            String firstName,
            String surname,
            String className,
            @Nullable String externalId,
            List<Link> givers,
            List<PlannedAnswer> answers) {}

    /**
     * Decides the ids.
     *
     * @param known stored givers by their position in the plan
     */
    public static FrozenPlan of(ImportPlan plan, Map<Integer, UUID> known, Supplier<UUID> ids) {
        List<Giver> givers = new ArrayList<>(plan.givers().size());
        Map<UUID, Integer> positions = new HashMap<>();
        int[] position = new int[plan.givers().size()];
        for (int i = 0; i < position.length; i++) {
            PlannedGiver giver = plan.givers().get(i);
            UUID stored = known.get(i);
            UUID id = stored == null ? ids.get() : stored;
            // Two givers of the file may turn out to be one person on record.
            Integer same = positions.putIfAbsent(id, givers.size());
            position[i] = same == null ? givers.size() : same;
            if (same == null) {
                givers.add(
                        new Giver(id, stored == null, giver.externalId(), giver.name(), giver.email(), giver.type()));
            }
        }
        boolean moved = givers.size() < position.length;
        List<Child> children = new ArrayList<>(plan.children().size());
        for (PlannedChild child : plan.children()) {
            children.add(moved ? frozen(child, position, ids) : frozen(child, child.givers(), child.answers(), ids));
        }
        return new FrozenPlan(givers, children);
    }

    private static Child frozen(PlannedChild child, int[] position, Supplier<UUID> ids) {
        Map<Integer, Link> links = new LinkedHashMap<>();
        for (Link link : child.givers()) {
            Link moved = new Link(position[link.giver()], link.relation(), link.responsibility());
            links.merge(moved.giver(), moved, RosterPlanner::together);
        }
        Map<String, PlannedAnswer> answers = new LinkedHashMap<>();
        for (PlannedAnswer answer : child.answers()) {
            PlannedAnswer moved = new PlannedAnswer(
                    position[answer.giver()],
                    answer.purpose(),
                    answer.channel(),
                    answer.answer(),
                    answer.alone(),
                    answer.formVersion(),
                    answer.signedOn(),
                    answer.keptAt());
            answers.merge(
                    moved.giver() + " " + moved.purpose() + " " + moved.channel(), moved, RosterPlanner::stronger);
        }
        return frozen(child, List.copyOf(links.values()), List.copyOf(answers.values()), ids);
    }

    private static Child frozen(
            PlannedChild child, List<Link> givers, List<PlannedAnswer> answers, Supplier<UUID> ids) {
        UUID stored = child.stored();
        return new Child(
                child.row(),
                stored == null ? ids.get() : stored,
                stored == null,
                child.firstName(),
                child.surname(),
                child.className(),
                child.externalId(),
                givers,
                answers);
    }
}
