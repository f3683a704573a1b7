package org.shouwang.placement.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.placement.LedgerRow;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Component;

/** Rows of the ledger with their codes in words. */
@Component
class LedgerRows {

    private final Catalogues catalogues;

    LedgerRows(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /**
     * @param caseId null where the reader may not open the case
     * @param until when the child left without a next place, null while there
     * @param alarm {@code gap}, {@code missing}, {@code unverified}, or null
     */
    record Item(
            String child,
            @Nullable UUID caseId,
            String caseNo,
            boolean closed,
            String place,
            String placeName,
            Instant since,
            @Nullable Instant until,
            @Nullable String alarm,
            String division,
            @Nullable String responsible,
            @Nullable String unit) {}

    List<Item> of(List<LedgerRow> rows, Locale locale) {
        return rows.stream().map(row -> item(row, locale)).toList();
    }

    private Item item(LedgerRow row, Locale locale) {
        return new Item(
                row.title(),
                row.caseId(),
                row.number(),
                row.closed(),
                row.place(),
                catalogues.current().codes().name("PLACE", row.place(), locale),
                row.since(),
                row.left(),
                row.alarm(),
                row.division(),
                row.responsible(),
                row.unit());
    }
}
