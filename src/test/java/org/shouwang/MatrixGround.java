package org.shouwang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.testing.Reported;
import org.shouwang.testing.TestParts;
import org.shouwang.workflow.form.Condition;
import org.shouwang.workflow.form.Field;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.NewRecord;
import org.shouwang.workflow.form.Records;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Cases in every situation the matrix tells apart, reported through the API, each with records of every form. */
final class MatrixGround {

    static final String VILLAGE = Reported.VILLAGE;

    /** Who was asked into every one of them. */
    private static final List<String> ASKED =
            List.of("police", "civil", "court", "procurator", "federation", "school", "health", "shelter");

    /** Who made the records: nobody who reads them here. */
    private static final String MAKER = "station2";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final FormBook forms;
    private final Records records;
    private final Actors actors;
    private final TransactionTemplate transaction;
    private final JdbcClient everything = TestParts.everything();
    private final Map<String, UUID> cases = new HashMap<>();
    private final Map<String, Map<String, List<Made>>> made = new HashMap<>();

    MatrixGround(FormBook forms, Records records, Actors actors, TransactionTemplate transaction) {
        this.forms = forms;
        this.records = records;
        this.actors = actors;
        this.transaction = transaction;
    }

    /** @param fields answered and asked in it */
    record Made(UUID id, Set<String> fields) {}

    /** One line of a table, in the order of its columns. */
    record Row(Map<String, String> cells) {

        String get(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }
    }

    /** A table written by hand: the first line names the columns. */
    static List<Row> table(String name) {
        try {
            List<String> lines = new ClassPathResource("org/shouwang/" + name)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] columns = lines.get(0).split(",");
            return lines.stream()
                    .skip(1)
                    .map(line -> row(columns, line.split(",")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] columns, String[] cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], i < cells.length ? cells[i] : "");
        }
        return new Row(row);
    }

    UUID caseOf(String situation) {
        return cases.computeIfAbsent(situation, this::lay);
    }

    List<Made> recordsOf(String situation, String form) {
        UUID id = caseOf(situation);
        return Objects.requireNonNull(made.computeIfAbsent(situation, key -> fill(id, situation.equals("restricted")))
                .get(form));
    }

    private UUID lay(String situation) {
        JsonNode report =
                situation.equals("restricted") ? Reported.restricted("矩阵之一") : Reported.danger("矩阵之" + situation);
        UUID id = Reported.caseOf(report);
        for (String who : ASKED) {
            name(id, who);
        }
        if (situation.equals("open")) {
            name(id, "supervisor2");
        }
        if (situation.equals("closed")) {
            everything
                    .sql("update case_file set state = 'closed', closed_at = now() where id = ?")
                    .param(id)
                    .update();
        }
        if (situation.equals("intervention")) {
            everything
                    .sql("update case_file set stage = 'intervention' where id = ?")
                    .param(id)
                    .update();
        }
        return id;
    }

    private void name(UUID subject, String who) {
        everything.sql("""
                        insert into participation (id, subject_id, officer_id, part, since)
                        values (gen_random_uuid(), ?, ?, 'task', now()) on conflict do nothing""").params(subject, officer(who)).update();
    }

    private UUID officer(String who) {
        return Objects.requireNonNull(transaction.execute(
                status -> actors.byUsername(who).orElseThrow().officer().id()));
    }

    private Map<String, List<Made>> fill(UUID id, boolean restricted) {
        UUID maker = officer(MAKER);
        Map<String, List<Made>> filled = new HashMap<>();
        for (Form form : forms.current().all()) {
            List<Made> made = new ArrayList<>();
            filled.put(form.key(), made);
            Set<String> open = new LinkedHashSet<>();
            form.fields().forEach(field -> open.add(field.name()));
            while (!open.isEmpty()) {
                Answers answers = new Answers(form).answer(open);
                open.removeAll(answers.answered);
                NewRecord given = new NewRecord(
                        id,
                        null,
                        form,
                        answers.data,
                        VILLAGE,
                        restricted ? "restricted" : "open",
                        maker,
                        null,
                        Instant.now());
                UUID record = Objects.requireNonNull(transaction.execute(status -> records.store(given)));
                made.add(new Made(record, Set.copyOf(answers.answered)));
            }
        }
        return filled;
    }

    /** What stands in a text field, so that it can be looked for. */
    static String mark(String form, String field) {
        return "密" + form.substring(0, 3) + field.replace(".", "");
    }

    /** As many answers of one form as can be asked together. */
    private static final class Answers {

        private final Form form;
        private final ObjectNode data = JSON.objectNode();
        private final Set<String> answered = new LinkedHashSet<>();

        Answers(Form form) {
            this.form = form;
        }

        Answers answer(Set<String> wanted) {
            for (String name : wanted) {
                answer(form.field(name).orElseThrow(), null);
            }
            if (answered.stream().noneMatch(wanted::contains)) {
                throw new IllegalStateException("cannot be asked: " + wanted);
            }
            return this;
        }

        /** Answers what it depends on first; false when another answer stands in the way. */
        private boolean answer(Field field, @Nullable String code) {
            if (data.has(field.name())) {
                return code == null || data.get(field.name()).toString().contains("\"" + code + "\"");
            }
            for (Condition condition : field.showWhen()) {
                Field other = form.field(condition.field()).orElseThrow();
                if (condition.values().stream().sorted().noneMatch(value -> answer(other, value))) {
                    return false;
                }
            }
            data.set(field.name(), value(field, "", code));
            answered.add(field.name());
            return true;
        }

        private JsonNode value(Field field, String prefix, @Nullable String code) {
            String first = field.codes() == null ? "" : field.codes().keys().get(0);
            String key = code == null ? first : code;
            return switch (field.kind()) {
                case CODE -> JSON.stringNode(key);
                case CODES -> JSON.arrayNode().add(key);
                case BOOLEAN -> JSON.booleanNode(true);
                case INTEGER, NUMBER -> JSON.numberNode(7);
                case DATE -> JSON.stringNode("2026-01-05");
                case DATE_TIME -> JSON.stringNode("2026-01-05T09:00:00+08:00");
                case ID -> JSON.stringNode(UUID.randomUUID().toString());
                case IDS -> JSON.arrayNode().add(UUID.randomUUID().toString());
                case GROUP -> row(field);
                case TEXT ->
                    JSON.stringNode(
                            field.widget().key().equals("division")
                                    ? VILLAGE
                                    : mark(form.key(), prefix + field.name()));
            };
        }

        private JsonNode row(Field group) {
            ObjectNode row = JSON.objectNode();
            group.fields()
                    .forEach(field -> row.set(field.name(), value(field, group.name() + ".", asked(group, field))));
            return JSON.arrayNode().add(row);
        }

        /** What shows another question of the row, where one does. */
        private static @Nullable String asked(Field group, Field field) {
            return group.fields().stream()
                    .flatMap(other -> other.showWhen().stream())
                    .filter(condition -> condition.field().equals(field.name()))
                    .flatMap(condition -> condition.values().stream().sorted())
                    .findFirst()
                    .orElse(null);
        }
    }
}
