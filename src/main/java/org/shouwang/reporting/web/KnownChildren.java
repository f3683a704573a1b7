package org.shouwang.reporting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.access.Access;
import org.shouwang.person.PersonSearch;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.workflow.form.Choice;
import org.springframework.stereotype.Component;

/** Children the report's page offers by name: the one chosen already, and those a search without script found. */
@Component
class KnownChildren {

    private static final int MOST = 20;
    private static final int LONGEST_QUESTION = 60;

    private final Persons persons;
    private final Access access;

    KnownChildren(Persons persons, Access access) {
        this.persons = persons;
        this.access = access;
    }

    List<Choice> offered(String chosen, String question) {
        List<PersonView> found = new ArrayList<>(find(chosen).stream().toList());
        if (!question.isBlank() && question.length() <= LONGEST_QUESTION && access.may("person.search")) {
            found.addAll(search(question).toList());
        }
        return found.stream()
                .distinct()
                .map(child -> Choice.of(child.id().toString(), child.name()))
                .toList();
    }

    /** What was typed as an id may be anything, and may be somebody this officer must not know of. */
    private Optional<PersonView> find(String id) {
        try {
            return persons.find(UUID.fromString(id)).filter(child -> access.may("person.search", child.subject()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Stream<PersonView> search(String question) {
        // Whoever writes a second report is not to learn from it that there was a first.
        boolean village = access.scope("person.background").territory().isEmpty();
        return access.scope("person.search").territory().stream()
                .distinct()
                .flatMap(range ->
                        persons
                                .search(new PersonSearch(question, range.first(), range.last(), true, village), MOST)
                                .stream())
                .limit(MOST);
    }
}
