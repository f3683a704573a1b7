package org.shouwang.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads files for showing. Lists never hold a sealed file; asking by id does, and leaves the judging to the asker. */
@Component
@Transactional
class PersonViews {

    private static final String VIEW = """
            select person.id, person.name, person.name_sealed, person.sex, person.birth_date, person.birth_estimated, person.unidentified,
                   person.division, person.household_id, person.sealed_class, person.version
            from person
            """;

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final Clock clock;

    PersonViews(JdbcClient jdbc, Secrecy secrecy, Clock clock) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.clock = clock;
    }

    Optional<PersonView> find(UUID id) {
        return list("where id = :id", Map.of("id", id)).stream().findFirst();
    }

    List<PersonView> findAll(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("where id in (:ids) order by name, id", Map.of("ids", ids));
    }

    List<PersonView> ofHousehold(UUID household) {
        return list("""
                where household_id = :household and sealed_class = 'open'
                order by birth_date nulls last, id""", Map.of("household", household));
    }

    /**
     * Children of one parent, or recorded as brothers and sisters. GB/T 4761: 51, 52, 57, 58 are parents, 20 to 39
     * children but for 28 and 38, who married in, 71 to 79 brothers and sisters.
     */
    List<PersonView> siblingsOf(UUID person) {
        return list("""
                where sealed_class = 'open' and id <> :person and id in (
                    with known as not materialized (select * from kinship where replaced_at is null),
                    parent as (
                        select relative_id id from known
                        where person_id = :person and relation in ('51', '52', '57', '58')
                        union
                        select person_id from known
                        where relative_id = :person and relation between '20' and '39' and relation not in ('28', '38'))
                    select person_id from known join parent on parent.id = relative_id
                    where relation in ('51', '52', '57', '58')
                    union
                    select relative_id from known join parent on parent.id = person_id
                    where relation between '20' and '39' and relation not in ('28', '38')
                    union
                    select relative_id from known where person_id = :person and relation between '71' and '79'
                    union
                    select person_id from known where relative_id = :person and relation between '71' and '79')
                order by birth_date nulls last, id""", Map.of("person", person));
    }

    List<PersonView> byIdNumber(byte[] index, PersonSearch search, int limit) {
        return list(
                """
                where id_index = :index and sealed_class = 'open' and division between :first and :last
                  and (not :registered or exists (
                      select from person_version told where told.person_id = person.id and told.source <> 'report'))
                limit :limit""",
                Map.of(
                        "index", index,
                        "first", search.firstDivision(),
                        "last", search.lastDivision(),
                        "registered", search.onlyRegistered(),
                        "limit", limit));
    }

    List<PersonView> everybody(PersonSearch search, int limit) {
        return list(
                """
                where division between :first and :last and sealed_class = 'open' and not unidentified
                  and (not :children or birth_date is null or birth_date > :grownUp)
                  and (not :registered or exists (
                      select from person_version told where told.person_id = person.id and told.source <> 'report'))
                order by division, name, id limit :limit""",
                Map.of(
                        "first", search.firstDivision(),
                        "last", search.lastDivision(),
                        "children", search.onlyChildren(),
                        "registered", search.onlyRegistered(),
                        "grownUp", grownUp(),
                        "limit", limit));
    }

    /**
     * By a piece of the name. Follows the index, so that the first hits come without looking at the others: names that
     * end with the piece first, then by what follows it. The highest code point there is closes the range.
     */
    List<PersonView> byName(String piece, PersonSearch search, int limit) {
        return list(
                """
                join person_name_part part on part.person_id = person.id
                where part.part >= :piece and part.part < :piece || chr(1114111)
                  and part.division between :first and :last and person.sealed_class = 'open'
                  and (not :children or birth_date is null or birth_date > :grownUp)
                  and (not :registered or exists (
                      select from person_version told where told.person_id = person.id and told.source <> 'report'))
                order by part.part, part.division, part.person_id limit :limit""",
                Map.of(
                        "piece", piece,
                        "first", search.firstDivision(),
                        "last", search.lastDivision(),
                        "children", search.onlyChildren(),
                        "registered", search.onlyRegistered(),
                        "grownUp", grownUp(),
                        "limit", limit));
    }

    /** Born after this day means under 18 today. */
    private LocalDate grownUp() {
        return LocalDate.now(clock).minusYears(18);
    }

    private List<PersonView> list(String rest, Map<String, ?> parameters) {
        return jdbc.sql(VIEW + rest).params(parameters).query(mapper()).list();
    }

    private RowMapper<PersonView> mapper() {
        LocalDate today = LocalDate.now(clock);
        return (row, number) -> view(row, today);
    }

    private PersonView view(ResultSet row, LocalDate today) throws SQLException {
        @Nullable LocalDate born = row.getObject("birth_date", LocalDate.class);
        UUID id = row.getObject("id", UUID.class);
        return new PersonView(
                id,
                PersonTable.name(row, id, secrecy),
                row.getString("sex"),
                born,
                row.getBoolean("birth_estimated"),
                born == null ? null : Period.between(born, today).getYears(),
                row.getBoolean("unidentified"),
                row.getString("division"),
                row.getObject("household_id", UUID.class),
                row.getString("sealed_class"),
                row.getInt("version"));
    }
}
