package org.shouwang.person.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Subject;
import org.shouwang.person.NewPerson;
import org.shouwang.person.Persons;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a file once, however often the request comes. */
@Component
class PersonIntake {

    /** Stands for the file that is not there yet. */
    private static final UUID NONE = new UUID(0, 0);

    private final Persons persons;
    private final Access access;
    private final Actors actors;
    private final Idempotency idempotency;

    PersonIntake(Persons persons, Access access, Actors actors, Idempotency idempotency) {
        this.persons = persons;
        this.access = access;
        this.actors = actors;
        this.idempotency = idempotency;
    }

    /** @param warnings codes of facts that contradict each other; the file is there all the same */
    record Created(UUID id, List<String> warnings) {}

    @Transactional
    Created create(@Nullable String key, PersonInput input) {
        NewPerson person = input.person();
        if (person.division().isBlank()) {
            throw Refusal.invalid(List.of(FieldProblem.at("division", "person-division")));
        }
        access.require("person.create", Subject.of(NONE, "person", person.division(), "open"));
        Actor actor = actors.current();
        return idempotency.once(key, actor.officer().id(), "persons " + input.content(), Created.class, () -> {
            UUID id = persons.create(person, actor);
            return new Created(id, persons.warnings(id));
        });
    }
}
