package org.shouwang.officers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Divisions;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The county's agencies. */
@Service
@Transactional
public class Units {

    /** The code list of what kinds of agency there are. */
    public static final String TYPES = "AGENCY_TYPE";

    private static final String MANAGE = "agency.manage";
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{1,63}");
    private static final int LONGEST = 60;
    private static final String SELECT = """
            select agency.id, agency.key, agency.type, agency.name, agency.division, division.name division_name
            from agency join division on division.code = agency.division""";

    private final JdbcClient jdbc;
    private final Access access;
    private final Divisions divisions;
    private final Catalogues catalogues;
    private final Idempotency idempotency;
    private final Journal journal;

    Units(
            JdbcClient jdbc,
            Access access,
            Divisions divisions,
            Catalogues catalogues,
            Idempotency idempotency,
            Journal journal) {
        this.jdbc = jdbc;
        this.access = access;
        this.divisions = divisions;
        this.catalogues = catalogues;
        this.idempotency = idempotency;
        this.journal = journal;
    }

    /** One page by key, or as many as there may be to choose from. */
    @Transactional(readOnly = true)
    public List<Unit> list(@Nullable String after, int limit) {
        return jdbc.sql(SELECT + " where agency.key > ? order by agency.key limit ?")
                .params(after == null ? "" : after, limit)
                .query(Unit.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Unit> find(UUID agency) {
        return jdbc.sql(SELECT + " where agency.id = ?")
                .param(agency)
                .query(Unit.class)
                .optional();
    }

    /** An agency's key is for the county's files and for Keycloak; it never changes. */
    public Made add(@Nullable String key, String unit, String type, String name, String division, Actor by) {
        access.require(MANAGE);
        String content = String.join("|", "agencies", unit, type, name, division);
        return idempotency.once(key, by.officer().id(), content, Made.class, () -> {
            check(unit, type, name, division);
            UUID id = Ids.next();
            jdbc.sql("insert into agency (id, key, type, name, division) values (?, ?, ?, ?, ?)")
                    .params(id, unit, type, name.strip(), division)
                    .update();
            journal.append(Officers.event("agency.added", id, by, Map.of("key", unit, "type", type)));
            return new Made(id);
        });
    }

    private void check(String unit, String type, String name, String division) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (!KEY.matcher(unit).matches()) {
            wrong.add(FieldProblem.at("key", "agency-key"));
        } else if (jdbc.sql("select exists (select from agency where key = ?)")
                .param(unit)
                .query(Boolean.class)
                .single()) {
            wrong.add(FieldProblem.at("key", "agency-key-taken"));
        }
        if (!catalogues.current().codes().get(TYPES).has(type)) {
            wrong.add(FieldProblem.at("type", "agency-type"));
        }
        nameProblem(name).ifPresent(wrong::add);
        if (divisions.find(division).isEmpty()) {
            wrong.add(FieldProblem.at("division", "post-division"));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }

    public void rename(UUID agency, String name, Actor by) {
        access.require(MANAGE);
        nameProblem(name).ifPresent(wrong -> {
            throw Refusal.invalid(List.of(wrong));
        });
        int changed = jdbc.sql("update agency set name = ? where id = ?")
                .params(name.strip(), agency)
                .update();
        if (changed == 0) {
            throw Refusal.notFound();
        }
        journal.append(Officers.event("agency.renamed", agency, by, Map.of()));
    }

    private static Optional<FieldProblem> nameProblem(String name) {
        boolean right = !name.isBlank()
                && name.strip().length() <= LONGEST
                && name.strip().chars().noneMatch(Character::isISOControl);
        return right ? Optional.empty() : Optional.of(FieldProblem.at("name", "agency-name", LONGEST));
    }
}
