package org.shouwang.placement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.casefile.Cases;
import org.shouwang.casefile.ReturnOrder;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * No child that was taken from home goes back before a conference (会商) has concluded so: the last one held since then.
 * After a stay in hospital only, and when a court has restored guardianship since, nobody has to confer.
 */
@Component
class ReturnHome {

    private static final String HOME = "home";

    /** {@code CONFERENCE_CONCLUSION}s by which a child is at home again. */
    private static final Set<String> BACK = Set.of("return", "support");

    private final JdbcClient jdbc;
    private final Cases cases;
    private final ObjectProvider<ReturnOrder> orders;
    private final Clock clock;

    ReturnHome(JdbcClient jdbc, Cases cases, ObjectProvider<ReturnOrder> orders, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * @param place {@code PLACE} code of where the child is to go
     * @param field of the form, for the refusal
     */
    void require(UUID caseId, String place, String field) {
        boolean barred = place.equals(HOME)
                && awaySince(caseId)
                        .filter(since -> !concluded(caseId, since) && !restored(caseId, since))
                        .isPresent();
        if (barred) {
            throw Refusal.invalid(List.of(FieldProblem.at(field, "return-without-conference")));
        }
    }

    private boolean concluded(UUID caseId, OffsetDateTime since) {
        return cases.conferences(caseId).stream()
                .findFirst()
                .filter(last -> BACK.contains(last.conclusion()))
                .filter(last -> !last.heldAt().isBefore(since.toInstant()))
                .isPresent();
    }

    private boolean restored(UUID caseId, OffsetDateTime since) {
        LocalDate day = LocalDate.ofInstant(since.toInstant(), clock.getZone());
        return orders.stream().anyMatch(order -> order.restoredSince(caseId, day));
    }

    private Optional<OffsetDateTime> awaySince(UUID caseId) {
        return jdbc.sql("""
                        select since from placement
                        where case_id = :case and until is distinct from since
                          and (removed or place <> all (:free))
                          and since >= coalesce((select max(since) from placement
                              where case_id = :case and place = 'home' and until is distinct from since), '-infinity')
                        order by since limit 1""")
                .param("case", caseId)
                .param("free", Placement.WITHOUT_REMOVAL.toArray(String[]::new))
                .query(OffsetDateTime.class)
                .optional();
    }
}
