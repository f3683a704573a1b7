package org.shouwang.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The administrative tree. */
@Component
public class Divisions {

    private static final String COLUMNS = "code, name, level, parent, first_code first, last_code last";

    /** Digits of a code that are one's own, by tier of the national list; the rest of the subtree varies. */
    private static final Map<String, Integer> OWN_DIGITS =
            Map.of("province", 2, "prefecture", 4, "county", 6, "township", 9, "village", 12);

    private final JdbcClient jdbc;

    Divisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Division> find(String code) {
        return jdbc.sql("select " + COLUMNS + " from division where code = ?")
                .param(code)
                .query(Division.class)
                .optional();
    }

    public List<Division> children(String code) {
        return jdbc.sql("select " + COLUMNS + " from division where parent = ? order by code")
                .param(code)
                .query(Division.class)
                .list();
    }

    /** All villages within a division, itself if it is one. */
    public List<Division> villagesOf(String code) {
        return jdbc.sql("""
                        select village.code, village.name, village.level, village.parent, village.first_code first,
                               village.last_code last
                        from division up join division village
                          on village.code between up.first_code and up.last_code and village.level = 'village'
                        where up.code = ? order by village.code limit 1000""").param(code).query(Division.class).list();
    }

    /** The division itself first, then its parents up to the province. */
    public List<Division> upwards(String code) {
        return jdbc.sql("""
                        with recursive up as (
                            select division.*, 0 step from division where code = ?
                            union all
                            select parent.*, step + 1 from division parent join up on up.parent = parent.code)
                        select code, name, level, parent, first_code first, last_code last from up order by step""").param(code).query(Division.class).list();
    }

    /**
     * Counties by their whole name or their code of six or twelve digits; several where a name is not one county's alone.
     */
    public List<Division> counties(String said) {
        return jdbc.sql("""
                        select code, name, level, parent, first_code first, last_code last from division
                        where level = 'county' and (name = :said or code = rpad(:said, 12, '0'))
                        order by code limit 50""").param("said", said.strip()).query(Division.class).list();
    }

    /** Names of several, by code. */
    public Map<String, String> names(Collection<String> codes) {
        return jdbc
                .sql("select code, name from division where code = any(?)")
                .param(codes.toArray(String[]::new))
                .query((row, at) -> Map.entry(row.getString("code"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The name, or the code where nothing is known about it. */
    public String name(String code) {
        return find(code).map(Division::name).orElse(code);
    }

    /** Adds a place the national list lacks; one that is known stays as it is. */
    @Transactional
    public void add(String code, String name, String level, @Nullable String parent) {
        jdbc.sql("""
                        insert into division (code, name, level, parent, first_code, last_code)
                        values (?, ?, ?, ?, ?, ?) on conflict (code) do nothing""")
                .params(Arrays.asList(code, name, level, parent, edge(code, level, '0'), edge(code, level, '9')))
                .update();
    }

    /** The lowest ({@code 0}) or highest ({@code 9}) code of a subtree. */
    static String edge(String code, String level, char with) {
        int own = Objects.requireNonNull(OWN_DIGITS.get(level), level);
        return code.substring(0, own) + String.valueOf(with).repeat(code.length() - own);
    }
}
