package org.shouwang.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.person.PersonFile.Origin;
import org.shouwang.secrecy.Secrecy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a file said before, and since when it says what it says now. */
@Component
@Transactional
class PersonHistory {

    private static final List<String> FACTS =
            List.of("name", "sex", "birthDate", "idNumber", "phone", "division", "household");

    private final JdbcClient jdbc;
    private final Secrecy secrecy;

    PersonHistory(JdbcClient jdbc, Secrecy secrecy) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
    }

    /** By fact, the version that first said what is said now, without a different one in between. */
    Map<String, Origin> origins(UUID person) {
        List<State> states = jdbc.sql("select * from person_version where person_id = ? order by version")
                .param(person)
                .query((row, number) -> state(row))
                .list();
        Map<String, Origin> origins = new LinkedHashMap<>();
        for (String fact : FACTS) {
            since(fact, states).ifPresent(origin -> origins.put(fact, origin));
        }
        return origins;
    }

    /** Where the first word of somebody came from. */
    FactSource firstSource(UUID person) {
        return jdbc.sql("select source from person_version where person_id = ? order by version limit 1")
                .param(person)
                .query(String.class)
                .optional()
                .map(FactSource::of)
                .orElse(FactSource.ORAL);
    }

    private static Optional<Origin> since(String fact, List<State> states) {
        Object present = null;
        Origin origin = null;
        for (State state : states) {
            Object said = state.facts().get(fact);
            if (!Objects.equals(said, present)) {
                present = said;
                origin = said == null ? null : state.origin();
            }
        }
        return Optional.ofNullable(origin);
    }

    private State state(ResultSet row) throws SQLException {
        byte[] index = row.getBytes("id_index");
        byte[] phone = row.getBytes("phone");
        UUID person = row.getObject("person_id", UUID.class);
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("name", PersonTable.name(row, person, secrecy));
        facts.put("sex", "0".equals(row.getString("sex")) ? null : row.getString("sex"));
        facts.put("birthDate", row.getString("birth_date"));
        facts.put("idNumber", index == null ? null : Arrays.toString(index));
        facts.put("phone", phone == null ? null : secrecy.open(PersonTable.PHONE_PLACE, person, phone));
        facts.put("division", row.getString("division"));
        facts.put("household", row.getString("household_id"));
        FactSource source = FactSource.of(row.getString("source"));
        return new State(
                facts,
                new Origin(
                        source,
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
    }

    private record State(Map<String, @Nullable Object> facts, Origin origin) {}
}
