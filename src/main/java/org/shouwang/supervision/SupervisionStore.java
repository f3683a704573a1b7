package org.shouwang.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CaseView;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.inbox.SubjectTitles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of the questions. */
@Component
@Transactional
class SupervisionStore {

    private static final int MOST = 100;

    private static final String SELECT = "select * from supervision_request";

    private static final Map<String, String> LISTS = Map.of(
            "open", "request.state = 'asked'",
            "late", "request.state = 'asked' and task.due_at < :now",
            "answered", "request.state = 'answered'",
            "over", "request.state in ('accepted', 'withdrawn')");

    private static final String ASKED = """
            select request.id, request.case_id, subject.number, subject.title, subject.title_sealed, subject.id title_of,
                   division.name place, request.ground, request.level, request.state, request.asked_at, request.answered_at,
                   request.changed, task.due_at, coalesce(task.due_at < :now, false) late
            from supervision_request request
            join work_subject subject on subject.id = request.case_id
            join division on division.code = request.division
            left join inbox_task task on task.subject_id = request.case_id and task.instance_id = request.instance
                and task.state = 'open'
            where request.asker = :asker and (request.asked_at, request.id) < (:afterAt, :afterId) and %s
            order by request.asked_at desc, request.id desc limit :limit""";

    private final JdbcClient jdbc;
    private final SubjectTitles titles;
    private final Clock clock;

    SupervisionStore(JdbcClient jdbc, SubjectTitles titles, Clock clock) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.clock = clock;
    }

    void insert(UUID id, CaseView of, UUID record, UUID asker, String ground, Addressees.To to) {
        jdbc.sql("""
                        insert into supervision_request (id, case_id, record, asker, ground, level, addressee, asked_at,
                                                         division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id,
                        of.id(),
                        record,
                        asker,
                        ground,
                        to.level(),
                        to.officer(),
                        at(clock.instant()),
                        of.division(),
                        of.sealedClass()))
                .update();
    }

    void runs(UUID id, String instance) {
        jdbc.sql("update supervision_request set instance = ? where id = ?")
                .params(instance, id)
                .update();
    }

    /** The latest first. */
    List<SupervisionRequest> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + " where case_id = ? order by asked_at desc, id desc limit " + MOST)
                .param(caseId)
                .query((row, at) -> request(row))
                .list();
    }

    /** What a run of the process is about. */
    Optional<SupervisionRequest> ofRun(String instance) {
        return jdbc.sql(SELECT + " where instance = ?")
                .param(instance)
                .query((row, at) -> request(row))
                .optional();
    }

    /** Held until the transaction ends. */
    Optional<SupervisionRequest> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id)
                .query((row, at) -> request(row))
                .optional();
    }

    String runOf(UUID id) {
        return jdbc.sql("select instance from supervision_request where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    void answered(UUID id, UUID record, UUID officer, boolean changed, Instant when) {
        jdbc.sql("""
                        update supervision_request
                        set state = 'answered', answer_record = ?, answered_by = ?, addressee = ?, answered_at = ?, changed = ?
                        where id = ?""").params(record, officer, officer, at(when), changed, id).update();
    }

    void askedAgain(UUID id, UUID record) {
        jdbc.sql("update supervision_request set state = 'asked', rounds = rounds + 1, check_record = ? where id = ?")
                .params(record, id)
                .update();
    }

    /** @param record what the asker said to the answer; null for a question that is withdrawn */
    void ended(UUID id, String state, @Nullable UUID record, Instant when) {
        jdbc.sql("""
                        update supervision_request set state = ?, check_record = coalesce(?, check_record), ended_at = ?
                        where id = ?""").params(Arrays.asList(state, record, at(when), id)).update();
    }

    /**
     * One page of what somebody has asked about cases he or she still sees, the latest first.
     *
     * @param list {@code open}, {@code late}, {@code answered} or {@code over}
     */
    List<AskedRequest> asked(UUID asker, String list, After after, int limit) {
        String which = LISTS.get(list);
        if (which == null) {
            throw Refusal.notFound();
        }
        return jdbc.sql(ASKED.formatted(which))
                .param("asker", asker)
                .param("now", at(clock.instant()))
                .param("afterAt", at(after.at()))
                .param("afterId", after.id())
                .param("limit", limit)
                .query(titles.rows(AskedRequest.class))
                .list();
    }

    /** The role of whoever has what is most pressing on a case, or may take it; none when nothing is open. */
    Optional<String> turnOf(UUID caseId) {
        return jdbc.sql("""
                        select coalesce(
                            (select post.role from post where post.officer_id = task.assignee
                             order by post.rank, post.id limit 1),
                            (select role from inbox_candidate where task_id = task.id order by role limit 1))
                        from inbox_task task
                        where task.subject_id = ? and task.state = 'open'
                          and task.process not in ('supervision-request', 'suggestion')
                        order by task.external, task.due_at nulls last, task.created_at limit 1""").param(caseId).query(String.class).list().stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** An open task of a run, its holder, or else the posts that may take it. */
    record Waiting(String task, @Nullable UUID assignee, List<String> places) {}

    Optional<Waiting> waiting(UUID caseId, String instance) {
        record Row(
                String task,
                @Nullable UUID assignee,
                @Nullable String place) {}
        List<Row> rows = jdbc.sql("""
                        select task.id task, task.assignee, candidate.role || '/' || candidate.division place
                        from inbox_task task left join inbox_candidate candidate on candidate.task_id = task.id
                        where task.subject_id = ? and task.instance_id = ? and task.state = 'open'
                        order by place""").params(caseId, instance).query(Row.class).list();
        return rows.stream()
                .findFirst()
                .map(first -> new Waiting(
                        first.task(),
                        first.assignee(),
                        rows.stream().map(Row::place).filter(Objects::nonNull).toList()));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static SupervisionRequest request(ResultSet row) throws SQLException {
        boolean changed = row.getBoolean("changed");
        return new SupervisionRequest(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("record", UUID.class),
                row.getObject("asker", UUID.class),
                row.getString("ground"),
                row.getString("level"),
                row.getObject("addressee", UUID.class),
                row.getString("state"),
                row.getInt("rounds"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("answer_record", UUID.class),
                row.getObject("answered_by", UUID.class),
                instant(row, "answered_at"),
                row.getObject("answered_at") == null ? null : changed,
                row.getObject("check_record", UUID.class),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
