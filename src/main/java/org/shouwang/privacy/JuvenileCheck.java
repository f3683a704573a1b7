package org.shouwang.privacy;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Component;

/** What a sealing and an opening must say; every wrong field is named at once. */
@Component
class JuvenileCheck {

    private static final int LONGEST_NUMBER = 100;

    private final Catalogues catalogues;
    private final Clock clock;

    JuvenileCheck(Catalogues catalogues, Clock clock) {
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /** @return the day of the order */
    LocalDate check(NewSeal said) {
        List<FieldProblem> wrong = new ArrayList<>();
        code("ground", "JUVENILE_SEAL_GROUND", said.ground(), wrong);
        code("organ", "ORGAN", said.organ(), wrong);
        LocalDate day = day(said.orderedOn());
        if (day == null || day.isAfter(LocalDate.now(clock))) {
            wrong.add(FieldProblem.at("orderedOn", "juvenile-day"));
        }
        if (text(said.orderNo()).codePointCount(0, text(said.orderNo()).length()) > LONGEST_NUMBER) {
            wrong.add(FieldProblem.at("orderNo", "say-shorter", LONGEST_NUMBER));
        }
        refuse(wrong);
        return Objects.requireNonNull(day);
    }

    /** @return the reason */
    String check(NewOpening said) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (text(said.number()).isEmpty()) {
            wrong.add(FieldProblem.at("number", "juvenile-number"));
        }
        code("ground", "JUVENILE_OPEN_GROUND", said.ground(), wrong);
        code("organ", "ORGAN", said.organ(), wrong);
        String reason = text(said.reason());
        if (reason.isEmpty()) {
            wrong.add(FieldProblem.at("reason", "say-it"));
        }
        if (reason.codePointCount(0, reason.length()) > Retention.LONGEST) {
            wrong.add(FieldProblem.at("reason", "say-shorter", Retention.LONGEST));
        }
        refuse(wrong);
        return reason;
    }

    static String text(@Nullable String said) {
        return said == null ? "" : said.strip();
    }

    private void code(String field, String list, @Nullable String said, List<FieldProblem> wrong) {
        if (said == null || !catalogues.current().codes().get(list).keys().contains(said)) {
            wrong.add(FieldProblem.at(field, "choose-one"));
        }
    }

    private static @Nullable LocalDate day(@Nullable String said) {
        try {
            return LocalDate.parse(text(said));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static void refuse(List<FieldProblem> wrong) {
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }
}
