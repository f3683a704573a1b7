package org.shouwang.person;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.access.Access;
import org.shouwang.workflow.NameSource;
import org.springframework.stereotype.Component;

/** Names of people whom the officer may look for anyway. */
@Component
class PersonNames implements NameSource {

    private final PersonViews views;
    private final Access access;

    PersonNames(PersonViews views, Access access) {
        this.views = views;
        this.access = access;
    }

    @Override
    public Map<String, String> names(Collection<UUID> ids) {
        return views.findAll(ids).stream()
                .filter(person -> access.may("person.search", person.subject()))
                .collect(Collectors.toMap(person -> person.id().toString(), PersonView::name));
    }
}
