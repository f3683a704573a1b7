package org.shouwang.placement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.shouwang.placement.LedgerQuestion;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Component;

/** Questions for the ledger as they come in. */
@Component
class LedgerQuestions {

    /** No ledger is older. */
    private static final int EARLIEST = 2000;

    private static final Set<String> STATES = Set.of("open", "closed", "all");

    private final Catalogues catalogues;
    private final Clock clock;

    LedgerQuestions(Catalogues catalogues, Clock clock) {
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /** Blank means today, and every place but home. */
    LedgerQuestion of(String on, String place, String state) {
        boolean known =
                place.isEmpty() || catalogues.current().codes().get("PLACE").has(place);
        if (!known || !STATES.contains(state)) {
            throw Refusal.malformed("placement-question");
        }
        return new LedgerQuestion(day(on), place.isEmpty() ? null : place, state);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate day(String on) {
        try {
            LocalDate day = on.isBlank() ? today() : LocalDate.parse(on);
            if (day.getYear() < EARLIEST || day.isAfter(today().plusYears(1))) {
                throw Refusal.malformed("placement-question");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw Refusal.malformed("placement-question");
        }
    }
}
