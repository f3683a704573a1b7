package org.shouwang.workflow.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.ProblemView;

/**
 * A form as a page shows it, in one language; made by {@link FormViews}.
 *
 * @param oneTap what the button says that completes it with one answer, null where there is none
 */
public record FormView(
        String key,
        int version,
        String title,
        String submit,
        @Nullable String oneTap,
        List<SectionView> sections,
        List<ProblemView> problems,
        Links links,
        boolean paged) {

    /** Whether the browser has to send files with the form. */
    public boolean takesFiles() {
        return sections.stream().flatMap(section -> section.fields().stream()).anyMatch(field -> field.widget()
                .equals("file"));
    }

    public long openSections() {
        return sections.stream()
                .filter(section -> section.state().equals("bad"))
                .count();
    }

    /** @param state {@code bad} something to correct, {@code done} nothing left to answer, {@code todo} */
    public record SectionView(
            String key, int number, String title, @Nullable String help, List<FieldView> fields, String state) {}

    /**
     * One question.
     *
     * @param path name of the parameter, as in {@code needs[0].who}
     * @param top the form's field it belongs to: the unit of saving
     * @param value as typed, for what has one
     * @param choices to choose from, the chosen ones marked; files and people chosen already
     * @param problem the sentence to show at it
     * @param describedBy ids of help and problem
     * @param showWhen JSON of parameter names and values, for the script
     * @param fact where the value comes from
     * @param rows of a group
     * @param blank the row a script adds, with {@code __} for its number
     */
    public record FieldView(
            String path,
            String id,
            String top,
            String widget,
            String label,
            @Nullable String help,
            boolean required,
            String value,
            List<Choice> choices,
            boolean inRow,
            @Nullable String problem,
            @Nullable String describedBy,
            @Nullable String showWhen,
            @Nullable Fact fact,
            Limits limits,
            Hints hints,
            boolean many,
            List<RowView> rows,
            @Nullable RowView blank,
            @Nullable String add) {

        public boolean mayAdd() {
            return limits.maxItems() == null || rows.size() < limits.maxItems();
        }

        /** A date picker would hide what was typed and is no date: that is shown as text. */
        public String inputType() {
            boolean unreadable = problem != null && !value.isEmpty();
            return switch (widget) {
                case "date" -> unreadable ? "text" : "date";
                case "datetime" -> unreadable ? "text" : "datetime-local";
                default -> "text";
            };
        }

        /** A date field is as wide as a date. */
        public String width() {
            return switch (widget) {
                case "date", "number" -> "w-date";
                case "datetime", "text", "select", "division" -> "w-mid";
                default -> "";
            };
        }

        public int lines() {
            Integer max = limits.maxLength();
            return max != null && max <= 200 ? 2 : 4;
        }
    }

    /** @param path the row's own name, as in {@code needs[0]}: what the remove button sends */
    public record RowView(String path, String id, String title, List<FieldView> fields) {}
}
