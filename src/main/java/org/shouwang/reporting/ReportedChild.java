package org.shouwang.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.person.FactSource;
import org.shouwang.person.IdReason;
import org.shouwang.person.NewPerson;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Whom a report is about: a child of the register, a name, or somebody nobody knows yet. */
@Component
class ReportedChild {

    private final Persons persons;
    private final Access access;
    private final Clock clock;

    ReportedChild(Persons persons, Access access, Clock clock) {
        this.persons = persons;
        this.access = access;
        this.clock = clock;
    }

    /** In years, as far as anybody says. */
    @Nullable
    Integer age(ObjectNode answers) {
        if (answers.hasNonNull("child")) {
            return chosen(UUID.fromString(answers.get("child").asString())).age();
        }
        return answers.hasNonNull("childAge") ? answers.get("childAge").asInt() : null;
    }

    /** @param restricted whether a file that is opened must be found by nobody: it would tell of the report */
    PersonView of(ObjectNode answers, String division, boolean restricted) {
        if (answers.hasNonNull("child")) {
            return chosen(UUID.fromString(answers.get("child").asString()));
        }
        Integer age = age(answers);
        String sex = answers.path("childSex").asString("0");
        String name = answers.path("childName").asString("");
        // Not in anybody's name: who opened the file would be who reported.
        NewPerson child = name.isEmpty()
                ? persons.unknown(division, sex, age, FactSource.REPORT)
                : named(name, sex, age, division);
        UUID created = restricted ? persons.createSealed(child) : persons.create(child, null);
        return persons.find(created).orElseThrow();
    }

    /** Only somebody the search could have shown: an id tried out must not tell that a file exists. */
    private PersonView chosen(UUID id) {
        return persons.find(id)
                .filter(child -> access.may("person.search", child.subject()))
                .orElseThrow(() -> Refusal.invalid(List.of(FieldProblem.at("child", "unknown-child"))));
    }

    private NewPerson named(String name, String sex, @Nullable Integer age, String division) {
        LocalDate birth = age == null ? null : LocalDate.now(clock).minusYears(age);
        return new NewPerson(
                name, sex, birth, birth != null, null, IdReason.UNKNOWN, null, division, null, FactSource.REPORT);
    }
}
