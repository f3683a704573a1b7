package org.shouwang.access;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Units and who works for them, as pages name them. */
@Component
public class Agencies {

    private final JdbcClient jdbc;

    Agencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names of several agencies, by id. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return named("select id, name from agency where id = any(?)", ids);
    }

    /** Names of several officers, by id. */
    public Map<UUID, String> officers(Collection<UUID> ids) {
        return named("select id, name from officer where id = any(?)", ids);
    }

    /** The unit of each officer's main post. */
    public Map<UUID, String> unitsOf(Collection<UUID> officers) {
        return named("""
                        select distinct on (post.officer_id) post.officer_id id, agency.name
                        from post join agency on agency.id = post.agency_id
                        where post.officer_id = any(?) order by post.officer_id, post.rank, post.id""", officers);
    }

    private Map<UUID, String> named(String sql, Collection<UUID> ids) {
        record Named(UUID id, String name) {}
        return jdbc.sql(sql).param(ids.toArray(UUID[]::new)).query(Named.class).list().stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }
}
