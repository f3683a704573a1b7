package org.shouwang.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person may do to the course of a case outside its tasks, each with a reason that is kept sealed. */
@Service
@Transactional
public class CaseTurns {

    /** Longest reason, in characters. */
    public static final int LONGEST = 500;

    private static final String PLACE = "case_turn.reason";

    private final Cases cases;
    private final CaseRestriction restriction;
    private final CaseLift lift;
    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final Access access;
    private final Clock clock;

    CaseTurns(
            Cases cases,
            CaseRestriction restriction,
            CaseLift lift,
            JdbcClient jdbc,
            Secrecy secrecy,
            Access access,
            Clock clock) {
        this.lift = lift;
        this.cases = cases;
        this.restriction = restriction;
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Takes a closed case up again.
     *
     * @throws Refusal 409 when it is open
     */
    public void reopen(UUID caseId, String reason, Actor by) {
        keep("reopened", judged("case.reopen", caseId), reason, by);
        cases.reopen(caseId, by);
    }

    /**
     * Has a case reviewed before its day (提前复核).
     *
     * @throws Refusal 409 when it does not wait for a review
     */
    public void review(UUID caseId, String reason, Actor by) {
        keep("review", judged("case.review", caseId), reason, by);
        cases.reviewNow(caseId, by);
    }

    /**
     * New harm or danger: the case goes back to the emergency step.
     *
     * @throws Refusal 409 when it is closed
     */
    public void newHarm(UUID caseId, String reason, Actor by) {
        CaseView found = judged("case.new-harm", caseId);
        if (!found.open()) {
            throw Refusal.conflict("case-closed");
        }
        keep("new-harm", found, reason, by);
        cases.newHarm(caseId, by);
    }

    /**
     * Suspected sexual harm shows itself in an open case: from now on it is for named persons only (限定查阅), and it is
     * new harm.
     *
     * @throws Refusal 409 when it is closed
     */
    public void restrict(UUID caseId, String reason, Actor by) {
        CaseView found = judged("case.restrict", caseId);
        if (!found.open()) {
            throw Refusal.conflict("case-closed");
        }
        keep("restrict", found, reason, by);
        restriction.restrict(found, by);
        cases.newHarm(caseId, by);
    }

    /**
     * The suspicion has fallen away: proposes that the case be no longer for named persons only.
     *
     * @throws Refusal 409 when it is not restricted, or this is proposed already
     */
    public void proposeLift(UUID caseId, String reason, Actor by) {
        CaseView found = judged("case.lift", caseId);
        lift.mayPropose(found);
        keep("lift-proposed", found, reason, by);
        lift.tell("case.lift-proposed", found, by);
    }

    /**
     * Opens a restricted case as a colleague has proposed.
     *
     * @throws Refusal 409 when it is not restricted, nothing is proposed, or this officer proposed it
     */
    public void confirmLift(UUID caseId, String reason, Actor by) {
        CaseView found = judged("case.lift-confirm", caseId);
        lift.mayAnswer(found, by);
        keep("lift", found, reason, by);
        lift.lift(found, by);
    }

    /** Leaves a case restricted, against what a colleague proposed; throws as {@link #confirmLift}. */
    public void refuseLift(UUID caseId, String reason, Actor by) {
        CaseView found = judged("case.lift-confirm", caseId);
        lift.mayAnswer(found, by);
        keep("lift-refused", found, reason, by);
        lift.tell("case.lift-refused", found, by);
    }

    /** Who has proposed to open a restricted case, if that waits for another officer. */
    @Transactional(readOnly = true)
    public Optional<UUID> liftProposedBy(UUID caseId) {
        return lift.proposedBy(caseId);
    }

    /** All of a case, the latest first. */
    @Transactional(readOnly = true)
    public List<CaseTurn> of(UUID caseId) {
        return jdbc.sql(
                        "select id, kind, reason, officer_id, at from case_turn where case_id = ? order by at desc limit 100")
                .param(caseId)
                .query((row, at) -> turn(row))
                .list();
    }

    private CaseView judged(String act, UUID caseId) {
        CaseView found = cases.find(caseId).orElseThrow(Refusal::notFound);
        access.require(act, found.subject());
        return found;
    }

    private void keep(String kind, CaseView of, String reason, Actor by) {
        String words = reason.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "turn-reason")));
        }
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "turn-reason-long", LONGEST)));
        }
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into case_turn (id, case_id, kind, reason, officer_id, at, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        of.id(),
                        kind,
                        secrecy.seal(PLACE, id, words),
                        by.officer().id(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        of.division(),
                        of.sealedClass())
                .update();
    }

    private CaseTurn turn(ResultSet row) throws SQLException {
        return new CaseTurn(
                row.getString("kind"),
                secrecy.open(PLACE, row.getObject("id", UUID.class), row.getBytes("reason")),
                row.getObject("officer_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
