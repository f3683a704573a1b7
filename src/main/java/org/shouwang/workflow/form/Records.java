package org.shouwang.workflow.form;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.secrecy.Unsealable;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completed forms, append-only. Answers of a data class are encrypted apart; of them and of all others the caller gets
 * those that {@code sight} covers, having asked {@code Access} for it.
 */
@Component
@Transactional
public class Records {

    /** Every answer of every form. */
    public static final RecordSight FULL_SIGHT = RecordSight.of(Field.DATA_CLASSES);

    private static final String OPEN = "open";
    private static final String PLACE = "form_record.sealed";
    /** What is of a restricted case is sealed under keys of its own. */
    private static final String RESTRICTED = "form_record.restricted";
    /** So is a sealed juvenile record (M-44). */
    private static final String JUVENILE = "form_record.juvenile";
    /** Where a child has been placed: within what is sealed once more, under the keys of addresses. */
    private static final String PLACEMENT = "form_record.placement";

    private static final String PLACEMENT_CLASS = "placement";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
            select id, subject_id, task_id, form, form_version, data, sealed, division, sealed_class,
                   officer_id, agency_id, at
            from form_record
            """;

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final FormVersions versions;

    public Records(JdbcClient jdbc, Secrecy secrecy, FormVersions versions) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.versions = versions;
    }

    /**
     * Keeps a record and the form it was made with.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the task has its record already: somebody was faster
     */
    @Transactional
    public UUID store(NewRecord given) {
        versions.keep(given.form());
        UUID id = Ids.next();
        ObjectNode open = given.data().deepCopy();
        boolean restricted = !given.sealedClass().equals(OPEN);
        ObjectNode sealed = withPlacementSealed(id, SealedParts.take(given.form(), open, restricted));
        jdbc.sql("""
                        insert into form_record (id, subject_id, task_id, form, form_version, data, sealed,
                                                 division, sealed_class, officer_id, agency_id, at)
                        values (:id, :subject, :task, :form, :version, cast(:data as jsonb), :sealed,
                                :division, :sealedClass, :officer, :agency, :at)""")
                .param("id", id)
                .param("subject", given.subject())
                .param("task", given.task())
                .param("form", given.form().key())
                .param("version", given.form().version())
                .param("data", open.toString())
                .param(
                        "sealed",
                        sealed == null ? null : secrecy.seal(place(given.sealedClass()), id, sealed.toString()))
                .param("division", given.division())
                .param("sealedClass", given.sealedClass())
                .param("officer", given.officer())
                .param("agency", given.agency())
                .param("at", OffsetDateTime.ofInstant(given.at(), ZoneOffset.UTC))
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<StoredRecord> find(UUID id, RecordSight sight) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query((rows, at) -> record(rows, sight))
                .optional();
    }

    /**
     * What a list shows of a record: no answers.
     *
     * @param officer null where who made it is kept apart
     */
    public record Head(
            UUID id,
            String form,
            int version,
            @Nullable UUID officer,
            @Nullable UUID agency,
            Instant at) {}

    /** All records of these subjects without their answers, the newest first. */
    @Transactional(readOnly = true)
    public List<Head> heads(Collection<UUID> subjects) {
        return jdbc.sql("""
                        select id, form, form_version, officer_id, agency_id, at from form_record
                        where subject_id = any(?) order by at desc, id desc""")
                .param(subjects.toArray(UUID[]::new))
                .query((rows, at) -> new Head(
                        rows.getObject("id", UUID.class),
                        rows.getString("form"),
                        rows.getInt("form_version"),
                        rows.getObject("officer_id", UUID.class),
                        rows.getObject("agency_id", UUID.class),
                        rows.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** All records of one subject, the newest first, in one query. */
    @Transactional(readOnly = true)
    public List<StoredRecord> of(UUID subject, RecordSight sight) {
        return jdbc.sql(SELECT + "where subject_id = ? order by at desc, id desc")
                .param(subject)
                .query((rows, at) -> record(rows, sight))
                .list();
    }

    /** The newest records of a subject. */
    @Transactional(readOnly = true)
    public List<StoredRecord> latest(UUID subject, int limit, RecordSight sight) {
        return jdbc.sql(SELECT + "where subject_id = ? order by at desc, id desc limit ?")
                .params(subject, limit)
                .query((rows, at) -> record(rows, sight))
                .list();
    }

    /** The newest record a subject has of one form. */
    @Transactional(readOnly = true)
    public Optional<StoredRecord> last(UUID subject, String form, RecordSight sight) {
        return jdbc.sql(SELECT + "where subject_id = ? and form = ? order by at desc, id desc limit 1")
                .params(subject, form)
                .query((rows, at) -> record(rows, sight))
                .optional();
    }

    private StoredRecord record(ResultSet rows, RecordSight sight) throws SQLException {
        UUID id = rows.getObject("id", UUID.class);
        String form = rows.getString("form");
        int version = rows.getInt("form_version");
        UUID maker = rows.getObject("officer_id", UUID.class);
        ObjectNode data = (ObjectNode) JSON.readTree(rows.getString("data"));
        SealedParts.Sees sees = (field, dataClass) -> sight.sees(form, maker, field, dataClass);
        Set<String> withheld = new LinkedHashSet<>(restore(id, data, open(id, rows), sees));
        versions.find(form, version).ifPresent(kept -> withheld.addAll(SealedParts.strip(kept, data, sees)));
        return new StoredRecord(
                id,
                rows.getObject("subject_id", UUID.class),
                rows.getString("task_id"),
                form,
                version,
                data,
                withheld,
                rows.getString("division"),
                rows.getString("sealed_class"),
                maker,
                rows.getObject("agency_id", UUID.class),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }

    private Set<String> restore(UUID id, ObjectNode data, @Nullable String sealed, SealedParts.Sees sees) {
        if (sealed == null) {
            return Set.of();
        }
        ObjectNode parts = (ObjectNode) JSON.readTree(sealed);
        if (parts.path(PLACEMENT_CLASS).isString()) {
            byte[] placement =
                    Base64.getDecoder().decode(parts.get(PLACEMENT_CLASS).asString());
            parts.set(PLACEMENT_CLASS, JSON.readTree(secrecy.open(PLACEMENT, id, placement)));
        }
        return SealedParts.restore(data, parts, sees);
    }

    private @Nullable ObjectNode withPlacementSealed(UUID id, @Nullable ObjectNode sealed) {
        if (sealed != null && sealed.has(PLACEMENT_CLASS)) {
            byte[] placement =
                    secrecy.seal(PLACEMENT, id, sealed.get(PLACEMENT_CLASS).toString());
            sealed.put(PLACEMENT_CLASS, Base64.getEncoder().encodeToString(placement));
        }
        return sealed;
    }

    private @Nullable String open(UUID id, ResultSet rows) throws SQLException {
        byte[] sealed = rows.getBytes("sealed");
        if (sealed == null) {
            return null;
        }
        try {
            return secrecy.open(place(rows.getString("sealed_class")), id, sealed);
        } catch (Unsealable e) {
            // Sealed before restricted cases had keys of their own.
            return secrecy.open(PLACE, id, sealed);
        }
    }

    private static String place(String sealedClass) {
        return switch (sealedClass) {
            case OPEN -> PLACE;
            case "sealed" -> JUVENILE;
            default -> RESTRICTED;
        };
    }

    /** A record as it is to stand in its new class. */
    private record Resealed(UUID id, String data, byte @Nullable [] sealed) {}

    /**
     * Has the records of a matter follow it into a stricter class: under the keys of that class, and with everything
     * typed out of sight.
     *
     * @param sealedClass {@code restricted} or {@code sealed}
     * @param change gives the matter its new class; what this officer then sees of it does not matter
     */
    public void follow(Collection<UUID> subjects, String sealedClass, Runnable change) {
        List<Resealed> all = jdbc.sql(SELECT + "where subject_id = any(?)")
                .param(subjects.toArray(UUID[]::new))
                .query((rows, at) -> resealed(rows, sealedClass))
                .list();
        change.run();
        all.forEach(each -> jdbc.sql("select reseal_record(?, cast(? as jsonb), ?, ?)")
                .params(Arrays.asList(each.id(), each.data(), each.sealed(), sealedClass))
                .query(row -> {}));
    }

    private Resealed resealed(ResultSet rows, String sealedClass) throws SQLException {
        UUID id = rows.getObject("id", UUID.class);
        ObjectNode data = (ObjectNode) JSON.readTree(rows.getString("data"));
        String opened = open(id, rows);
        ObjectNode parts = opened == null ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(opened);
        versions.find(rows.getString("form"), rows.getInt("form_version"))
                .ifPresent(form -> SealedParts.takeWords(form, data, parts));
        byte[] sealed = parts.isEmpty() ? null : secrecy.seal(place(sealedClass), id, parts.toString());
        return new Resealed(id, data.toString(), sealed);
    }
}
