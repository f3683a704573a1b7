package org.shouwang.workflow.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.shouwang.workflow.form.RecordView.File;
import org.shouwang.workflow.form.RecordView.Line;
import org.shouwang.workflow.form.RecordView.Part;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shows records by the form they were made with. */
@Component
public class RecordViews {

    private final FormVersions versions;
    private final MessageSource messages;

    public RecordViews(FormVersions versions, MessageSource messages) {
        this.versions = versions;
        this.messages = messages;
    }

    public RecordView show(StoredRecord stored, Known known, Locale locale) {
        Form form = versions.find(stored.form(), stored.version())
                .orElseThrow(() -> new IllegalStateException("no form kept for record " + stored.id()));
        return show(form, stored, known, messages, locale);
    }

    /**
     * What a copy of a record may hold for the person it is about: fields that the form in force says may be given, and
     * none that is sealed.
     */
    public RecordView given(StoredRecord stored, Form inForce, Locale locale) {
        Form form = versions.find(stored.form(), stored.version())
                .orElseThrow(() -> new IllegalStateException("no form kept for record " + stored.id()));
        Set<String> given = inForce.given();
        return show(
                form,
                stored,
                Known.NOTHING,
                messages,
                locale,
                (field, place) -> field.dataClass() == null
                        && field.kind() != Kind.IDS
                        && given.contains(place.replaceAll("/\\d+", "")));
    }

    static RecordView show(Form form, StoredRecord stored, Known known, MessageSource messages, Locale locale) {
        return show(form, stored, known, messages, locale, (field, place) -> true);
    }

    private static RecordView show(
            Form form,
            StoredRecord stored,
            Known known,
            MessageSource messages,
            Locale locale,
            BiPredicate<Field, String> which) {
        Filling filling = Filling.of(stored.data()).withNames(known.names());
        Reading reading = new Reading(stored, known, new ChoiceViews(filling, messages, locale), locale, which);
        List<Part> parts = form.sections().stream()
                .map(section -> new Part(section.title().in(locale), reading.lines(form, section)))
                .filter(part -> !part.lines().isEmpty())
                .toList();
        return new RecordView(form.title().in(locale), form.version(), parts);
    }

    private record Reading(
            StoredRecord stored, Known known, ChoiceViews choices, Locale locale, BiPredicate<Field, String> which) {

        List<Line> lines(Form form, Section section) {
            List<Field> fields = section.fields().stream()
                    .flatMap(name -> form.field(name).stream())
                    .toList();
            return lines(fields, stored.data(), "");
        }

        private List<Line> lines(List<Field> fields, JsonNode row, String prefix) {
            List<Line> lines = new ArrayList<>();
            for (Field field : fields) {
                String place = prefix + "/" + field.name();
                boolean withheld = stored.withheld().contains(place);
                if (!which.test(field, place)) {
                    continue;
                }
                if (withheld || (field.widget() != Widget.HIDDEN && Shown.isShown(field, row, stored.data()))) {
                    lines.add(line(field, row.path(field.name()), place, withheld));
                }
            }
            return lines;
        }

        private Line line(Field field, JsonNode value, String place, boolean withheld) {
            List<List<Line>> rows = new ArrayList<>();
            if (field.isGroup()) {
                for (int at = 0; at < value.size(); at++) {
                    rows.add(lines(field.fields(), value.get(at), place + "/" + at));
                }
            }
            boolean inWords = !field.isGroup() && field.widget() != Widget.FILE;
            return new Line(
                    field.name(),
                    field.label().in(locale),
                    inWords ? choices.words(field, value) : "",
                    withheld,
                    field.widget() == Widget.FILE ? files(field, value) : List.of(),
                    rows);
        }

        /** Two photos are photo 1 and photo 2: a file's own name may say who made it. */
        private List<File> files(Field field, JsonNode value) {
            List<File> files = new ArrayList<>();
            Map<String, Integer> counts = new HashMap<>();
            for (JsonNode one : value) {
                String kind = choices.words(field, one);
                files.add(new File(
                        one.asString(""),
                        kind + " " + counts.merge(kind, 1, Integer::sum),
                        known.files().get(one.asString(""))));
            }
            return files;
        }
    }
}
