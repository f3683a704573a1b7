package org.shouwang.hotline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.FieldProblem;

/**
 * A file of orders, read but not necessarily taken over.
 *
 * @param line {@code HOTLINE} code
 * @param good rows that wait to be taken over
 * @param bad rows that stay out, each with its reasons
 * @param known rows whose order was there already
 * @param taken rows that have become orders
 */
public record HotlineImport(
        UUID id, String line, String division, Instant at, int good, int bad, int known, int taken) {

    /**
     * @param number as the spreadsheet counts
     * @param state {@code good}, {@code bad}, {@code known} or {@code taken}
     * @param order number on the platform, empty where the row does not say
     */
    public record Row(
            int number,
            String state,
            String order,
            List<FieldProblem> problems,
            @Nullable UUID orderId) {

        public Row {
            problems = List.copyOf(problems);
        }
    }
}
