package org.clearpost.policy.catalogue;

import java.util.List;
import org.clearpost.policy.model.AllowedValue;
import org.clearpost.policy.model.OptionDefinition;
import org.clearpost.policy.model.Shape;
import org.jspecify.annotations.Nullable;

/**
 * One option as a page draws it: the question, then what kind of answer it takes with what belongs to that kind.
 *
 * @param values what can be chosen
 * @param fields the parts of an object, or of each row of a table
 */
record DefinitionView(
        String key,
        String question,
        String help,
        String kind,
        List<AllowedValue> values,
        List<Field> fields,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable String unit,
        @Nullable Integer longest,
        @Nullable Integer atLeast,
        boolean ordered,
        @Nullable String keyedBy,
        @Nullable String everyOther,
        String whereItBites) {

    /** One part of an object or of a row; asked for only where {@code when} holds. */
    record Field(
            String name,
            String question,
            String help,
            String kind,
            List<AllowedValue> values,
            List<Field> fields,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String unit,
            @Nullable Integer longest,
            @Nullable Integer atLeast,
            boolean ordered,
            @Nullable String keyedBy,
            @Nullable String everyOther,
            Shape.@Nullable When when) {

        static Field of(Shape.Part part) {
            Details details = Details.of(part.shape());
            return new Field(
                    part.name(),
                    part.question(),
                    part.help(),
                    part.shape().kind(),
                    details.values,
                    details.fields,
                    details.from,
                    details.to,
                    details.unit,
                    details.longest,
                    details.atLeast,
                    details.ordered,
                    details.keyedBy,
                    details.everyOther,
                    part.when());
        }
    }

    static DefinitionView of(OptionDefinition definition) {
        Details details = Details.of(definition.shape());
        return new DefinitionView(
                definition.key().code(),
                definition.question(),
                definition.help(),
                definition.shape().kind(),
                details.values,
                details.fields,
                details.from,
                details.to,
                details.unit,
                details.longest,
                details.atLeast,
                details.ordered,
                details.keyedBy,
                details.everyOther,
                definition.whereItBites());
    }

    private record Details(
            List<AllowedValue> values,
            List<Field> fields,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String unit,
            @Nullable Integer longest,
            @Nullable Integer atLeast,
            boolean ordered,
            @Nullable String keyedBy,
            @Nullable String everyOther) {

        static Details of(Shape shape) {
            return switch (shape) {
                case Shape.Choice choice -> ofValues(choice.values(), null, null, false);
                case Shape.Several several -> ofValues(several.values(), null, several.atLeast(), several.ordered());
                case Shape.YesNo yesNo -> ofValues(List.of(), null, null, false);
                case Shape.WholeNumber number -> ofNumber(number.from(), number.to(), number.unit());
                case Shape.Duration duration -> ofNumber(duration.from(), duration.to(), duration.unit());
                case Shape.Text text -> ofValues(List.of(), text.longest(), null, false);
                case Shape.Parts parts -> ofFields(parts, null, null);
                case Shape.Rows rows -> ofFields(rows.row(), rows.keyedBy(), rows.everyOther());
            };
        }

        private static Details ofValues(
                List<AllowedValue> values, @Nullable Integer longest, @Nullable Integer atLeast, boolean ordered) {
            return new Details(values, List.of(), null, null, null, longest, atLeast, ordered, null, null);
        }

        private static Details ofNumber(int from, int to, String unit) {
            return new Details(List.of(), List.of(), from, to, unit, null, null, false, null, null);
        }

        private static Details ofFields(Shape.Parts parts, @Nullable String keyedBy, @Nullable String everyOther) {
            List<Field> fields = parts.parts().stream().map(Field::of).toList();
            return new Details(List.of(), fields, null, null, null, null, null, false, keyedBy, everyOther);
        }
    }
}
