package org.shouwang.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CasePart;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How far a decision not to file has been taken, on the case's page: dates only. */
@Component
class NoFilingPart implements CasePart {

    private final NoFilingStore store;
    private final MessageSource messages;

    NoFilingPart(NoFilingStore store, MessageSource messages) {
        this.store = store;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "no-filing";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        return store.ofCase(caseId).stream()
                .map(row -> new Line(row.at(), row.record(), state(row, locale), details(row, locale)))
                .toList();
    }

    private String state(NoFiling row, Locale locale) {
        return messages.getMessage("no-filing.state." + Objects.requireNonNullElse(row.ended(), "open"), null, locale);
    }

    private List<String> details(NoFiling row, Locale locale) {
        List<String> details = new ArrayList<>();
        dated(details, "served", row.servedOn(), locale);
        dated(details, "reconsider", row.reconsiderOn(), locale);
        dated(details, "reconsidered", row.reconsideredOn(), locale);
        dated(details, "review", row.reviewOn(), locale);
        dated(details, "reviewed", row.reviewedOn(), locale);
        dated(details, "procurator", row.procuratorOn(), locale);
        dated(details, "asked", row.askedOn(), locale);
        dated(details, "reasons", row.reasonsOn(), locale);
        dated(details, "ordered", row.orderedOn(), locale);
        dated(details, "filed", row.filedOn(), locale);
        return details;
    }

    private void dated(List<String> details, String key, @Nullable LocalDate on, Locale locale) {
        if (on != null) {
            details.add(messages.getMessage("no-filing." + key, new Object[] {on.toString()}, locale));
        }
    }
}
