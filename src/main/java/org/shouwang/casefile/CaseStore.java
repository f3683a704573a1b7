package org.shouwang.casefile;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Standings.Standing;
import org.shouwang.workflow.inbox.SubjectTitles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of cases and of the people on them. */
@Component
@Transactional
class CaseStore {

    static final String SELECT = """
            select case_file.id, case_file.number, case_file.division, case_file.sealed_class, case_file.main_person,
                   subject.title, subject.title_sealed, subject.id title_of, case_file.grade, case_file.grade_reasons, case_file.stage, case_file.lead,
                   case_file.responsible, case_file.state, case_file.opened_at, case_file.closed_at,
                   case_file.close_reason, case_file.source_report, case_file.must_report
            from case_file join work_subject subject on subject.id = case_file.id
            """;

    private final JdbcClient jdbc;
    private final SubjectTitles titles;

    CaseStore(JdbcClient jdbc, SubjectTitles titles) {
        this.jdbc = jdbc;
        this.titles = titles;
    }

    void insert(UUID id, String number, NewCase made, Instant now) {
        jdbc.sql("""
                        insert into case_file (id, number, division, sealed_class, main_person, grade, grade_reasons,
                                               lead, opened_at, source_report, must_report)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        number,
                        made.division(),
                        made.sealedClass(),
                        made.child(),
                        made.grade(),
                        made.reasons().toArray(String[]::new),
                        made.lead(),
                        at(now),
                        made.report(),
                        made.policeInvolved())
                .update();
    }

    void addPerson(UUID caseId, UUID person, String part, @Nullable String relation, NewCase place, Instant now) {
        jdbc.sql("""
                        insert into case_person (case_id, person_id, part, relation, since, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(Arrays.asList(caseId, person, part, relation, at(now), place.division(), place.sealedClass()))
                .update();
    }

    String numberOf(UUID id) {
        return jdbc.sql("select number from case_file where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    Optional<CaseView> find(UUID id) {
        return jdbc.sql(SELECT + "where case_file.id = ?")
                .param(id)
                .query(titles.rows(CaseView.class))
                .optional();
    }

    Optional<Standing> standing(UUID id) {
        return jdbc.sql("select stage, state from case_file where id = ?")
                .param(id)
                .query(Standing.class)
                .optional();
    }

    Optional<CaseView> findByNumber(String number) {
        return jdbc.sql(SELECT + "where case_file.number = ?")
                .param(number)
                .query(titles.rows(CaseView.class))
                .optional();
    }

    /** Of two reports of one child at the same moment, the second waits and then finds the first one's case. */
    void oneAtATime(UUID child) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(child.toString())
                .query(Integer.class)
                .single();
    }

    /** The open case of a child in this class, the newest if there are several. */
    Optional<CaseView> openCaseOf(UUID child, String sealedClass) {
        return jdbc.sql(SELECT + "where case_file.main_person = ? and case_file.state = 'open'"
                        + " and case_file.sealed_class = ? order by case_file.opened_at desc limit 1")
                .params(child, sealedClass)
                .query(titles.rows(CaseView.class))
                .optional();
    }

    List<CasePerson> people(UUID caseId) {
        return jdbc.sql(
                        "select person_id person, part, relation from case_person where case_id = ? order by since, part")
                .param(caseId)
                .query(CasePerson.class)
                .list();
    }

    void grade(UUID caseId, String grade, List<String> reasons) {
        jdbc.sql("update case_file set grade = ?, grade_reasons = ? where id = ?")
                .params(grade, reasons.toArray(String[]::new), caseId)
                .update();
    }

    void addGrade(UUID id, UUID caseId, GradeDecision made, @Nullable UUID officer, Instant now) {
        jdbc.sql("""
                        insert into case_grade (id, case_id, grade, reasons, decision, overridden, officer_id, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id,
                        caseId,
                        made.grade(),
                        made.reasons().toArray(String[]::new),
                        made.decision(),
                        made.overridden(),
                        officer,
                        at(now)))
                .update();
    }

    List<GradeEntry> grades(UUID caseId) {
        return jdbc.sql("""
                        select grade, reasons, overridden, officer_id officer, at from case_grade
                        where case_id = ? order by at desc limit 50""").param(caseId).query(GradeEntry.class).list();
    }

    List<PoliceContact> police(UUID caseId) {
        return jdbc.sql("""
                        select record_id record, kind, receipt_no, result_code, by_phone, happened_at,
                               (select name from agency where agency.key = case_police.station) station, at
                        from case_police where case_id = ? order by at desc limit 100""").param(caseId).query(PoliceContact.class).list();
    }

    /** Those of the case, and those of a sibling's case that were about this child as well. */
    List<CaseConference> conferences(UUID caseId) {
        return jdbc.sql("""
                        select record_id record, conclusion, held_at from case_conference where case_id = :case
                        union
                        select joint.record_id, joint.conclusion, joint.held_at
                        from case_file child
                        join case_record_person about on about.person_id = child.main_person
                        join case_conference joint on joint.case_id = about.case_id and joint.record_id = about.record_id
                        where child.id = :case
                        order by held_at desc limit 100""").param("case", caseId).query(CaseConference.class).list();
    }

    /** Restricts the rows of the matter, see the database's function. */
    void restrict(UUID caseId, Map<UUID, byte[]> titles) {
        UUID[] titled = titles.keySet().toArray(UUID[]::new);
        jdbc.sql("select restrict_subject(?, ?, ?)")
                .params(
                        caseId,
                        titled,
                        Arrays.stream(titled)
                                .map(id -> Base64.getEncoder().encodeToString(titles.get(id)))
                                .toArray(String[]::new))
                .query(row -> {});
    }

    void stage(UUID caseId, String stage) {
        jdbc.sql("update case_file set stage = ? where id = ?")
                .params(stage, caseId)
                .update();
    }

    void lead(UUID caseId, String lead) {
        jdbc.sql("update case_file set lead = ? where id = ?")
                .params(lead, caseId)
                .update();
    }

    void responsible(UUID caseId, @Nullable UUID officer) {
        jdbc.sql("update case_file set responsible = ? where id = ?")
                .params(Arrays.asList(officer, caseId))
                .update();
    }

    void proposeClosing(UUID caseId, String reason) {
        jdbc.sql("update case_file set close_reason = ? where id = ?")
                .params(reason, caseId)
                .update();
    }

    void close(UUID caseId, Instant at) {
        jdbc.sql("update case_file set state = 'closed', closed_at = ? where id = ?")
                .params(at(at), caseId)
                .update();
    }

    void reopen(UUID caseId) {
        jdbc.sql("update case_file set state = 'open', closed_at = null, close_reason = null where id = ?")
                .param(caseId)
                .update();
    }

    void recordOf(UUID record, UUID person, CaseView of, Instant at) {
        jdbc.sql("""
                        insert into case_record_person (record_id, person_id, case_id, at, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(record, person, of.id(), at(at), of.division(), of.sealedClass())
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
