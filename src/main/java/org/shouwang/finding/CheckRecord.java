package org.shouwang.finding;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.journal.Journal;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code F-check}: what a village found, which may be nothing; each finding leads on. */
@Component
class CheckRecord implements RecordHandler {

    private final CheckStore store;
    private final Hints hints;
    private final HouseholdFlags flags;
    private final Persons persons;
    private final Access access;
    private final Journal journal;

    CheckRecord(CheckStore store, Hints hints, HouseholdFlags flags, Persons persons, Access access, Journal journal) {
        this.store = store;
        this.hints = hints;
        this.flags = flags;
        this.persons = persons;
        this.access = access;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "F-check";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        VillageCheck check = store.village(completion.subject()).orElseThrow(Refusal::notFound);
        JsonNode rows = completion.data().path("rows");
        for (int at = 0; at < rows.size(); at++) {
            follow(rows.get(at), at, check, completion);
        }
        JsonNode households = completion.data().path("households");
        store.answered(
                check.id(),
                completion.record(),
                households.isNumber() ? households.asInt() : null,
                rows.size(),
                completion.at());
        journal.append(Hints.event("check.answered", check.id(), completion.by(), Map.of()));
        return Map.of();
    }

    private void follow(JsonNode row, int at, VillageCheck check, Completion completion) {
        String place = "rows[" + at + "].";
        @Nullable PersonView child = child(row, place);
        switch (row.path("next").asString("")) {
            case "look" -> look(row, at, place, child, check);
            case "flag" -> flag(row, place, child, completion);
            default -> {}
        }
    }

    /** Only somebody the search could have shown. */
    private @Nullable PersonView child(JsonNode row, String place) {
        if (!row.hasNonNull("child")) {
            return null;
        }
        return persons.find(UUID.fromString(row.get("child").asString()))
                .filter(found -> access.may("person.search", found.subject()))
                .orElseThrow(() -> Refusal.invalid(List.of(FieldProblem.at(place + "child", "unknown-child"))));
    }

    private void look(JsonNode row, int at, String place, @Nullable PersonView child, VillageCheck check) {
        String name = child == null ? row.path("name").asString("").strip() : child.name();
        if (name.isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at(place + "name", "check-name")));
        }
        hints.openOf(
                check,
                new ListedChild(
                        at + 1,
                        name,
                        null,
                        child == null ? null : child.birthDate(),
                        check.division(),
                        row.path("words").asString("")));
    }

    private void flag(JsonNode row, String place, @Nullable PersonView child, Completion completion) {
        if (child == null || child.household() == null) {
            throw Refusal.invalid(List.of(FieldProblem.at(place + "child", "check-household")));
        }
        flags.found(child, row.path("words").asString(""), completion.by());
    }
}
