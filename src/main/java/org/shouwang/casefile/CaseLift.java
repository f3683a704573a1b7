package org.shouwang.casefile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.journal.Journal;
import org.shouwang.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens a restricted case again when the suspicion has fallen away (解除限定查阅): the county's head says so, another one
 * named on it confirms. Who was named stays named, and what was recorded while it was restricted is theirs alone.
 */
@Component
class CaseLift {

    private static final String PROPOSED = "lift-proposed";

    private final JdbcClient jdbc;
    private final Journal journal;

    CaseLift(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    private record Said(String kind, UUID officer) {}

    /** Who has proposed it, if that waits for somebody else's word. */
    Optional<UUID> proposedBy(UUID caseId) {
        return jdbc.sql("""
                        select kind, officer_id officer from case_turn
                        where case_id = ? and kind in ('restrict', 'lift-proposed', 'lift-refused', 'lift')
                        order by at desc, id desc limit 1""")
                .param(caseId)
                .query(Said.class)
                .optional()
                .filter(said -> said.kind().equals(PROPOSED))
                .map(Said::officer);
    }

    /** @throws Refusal 409 when the case is not restricted, or it is proposed already */
    void mayPropose(CaseView file) {
        restricted(file);
        if (proposedBy(file.id()).isPresent()) {
            throw Refusal.conflict("lift-proposed");
        }
    }

    /** @throws Refusal 409 when the case is not restricted, nothing is proposed, or this officer proposed it */
    void mayAnswer(CaseView file, Actor by) {
        restricted(file);
        UUID proposer = proposedBy(file.id()).orElseThrow(() -> Refusal.conflict("lift-not-proposed"));
        if (Set.of(proposer).contains(by.officer().id())) {
            throw Refusal.conflict("lift-second");
        }
    }

    void tell(String act, CaseView file, Actor by) {
        journal.append(CaseEntry.of(act, file.id(), by, file.stage(), Map.of()));
    }

    /** The rows of the case, see the database's function. */
    void lift(CaseView file, Actor by) {
        jdbc.sql("select lift_restriction(?, ?)")
                .params(file.id(), file.title())
                .query(row -> {});
        tell("case.lifted", file, by);
    }

    private static void restricted(CaseView file) {
        if (!file.sealedClass().equals("restricted")) {
            throw Refusal.conflict("case-not-restricted");
        }
    }
}
