package org.shouwang.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwang.person.FactSource;
import org.shouwang.person.PersonChange;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code R02-correction}: a granted correction is a new version of the person's file; the old one stays in its history. */
@Component
class CorrectionRecord implements RecordHandler {

    private static final List<String> FACTS = List.of("newName", "newSex", "newBirthDate", "newPhone");

    private final RequestDecision decision;
    private final Persons persons;

    CorrectionRecord(RequestDecision decision, Persons persons) {
        this.decision = decision;
        this.persons = persons;
    }

    @Override
    public String form() {
        return "R02-correction";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        if (RequestDecision.granted(completion)) {
            correct(completion);
        }
        return decision.decide(completion);
    }

    private void correct(Completion completion) {
        JsonNode data = completion.data();
        if (FACTS.stream().noneMatch(data::hasNonNull)) {
            throw Refusal.invalid(List.of(FieldProblem.at("newName", "correction-empty")));
        }
        PersonView person = persons.find(
                        Objects.requireNonNull(decision.of(completion).person()))
                .orElseThrow(Refusal::notFound);
        persons.change(person.id(), person.version(), change(data), completion.by());
    }

    private static PersonChange change(JsonNode data) {
        String birth = text(data, "newBirthDate");
        String seenOn = data.get("seenOn").asString();
        return new PersonChange(
                text(data, "newName"),
                text(data, "newSex"),
                birth == null ? null : LocalDate.parse(birth),
                birth == null ? null : false,
                null,
                null,
                text(data, "newPhone"),
                null,
                null,
                FactSource.valueOf(seenOn.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static @Nullable String text(JsonNode data, String field) {
        return data.hasNonNull(field) ? data.get(field).asString() : null;
    }
}
