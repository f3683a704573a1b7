package org.shouwang.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.reporting.ReportStart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A report that begins at a hint has the child's name and village in it. That it began there is written nowhere. */
@Component
class HintReport implements ReportStart {

    private static final int GROWN_UP = 18;

    private final HintStore store;
    private final Clock clock;

    HintReport(HintStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ObjectNode> known(UUID from, Actor by) {
        if (by.barred().contains(from) || !store.works(from, by.officer().id())) {
            return Optional.empty();
        }
        return store.find(from).map(this::answers);
    }

    private ObjectNode answers(Hint hint) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        answers.put("division", hint.division());
        answers.put("childKnown", "no");
        answers.put("childName", hint.name());
        LocalDate birth = hint.birthDate();
        if (birth != null) {
            int age = Period.between(birth, LocalDate.now(clock)).getYears();
            if (age >= 0 && age < GROWN_UP) {
                answers.put("childAge", age);
            }
        }
        return answers;
    }
}
