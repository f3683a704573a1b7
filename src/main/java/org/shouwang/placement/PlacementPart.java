package org.shouwang.placement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CasePart;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where the child is and was, on the case's page: kinds of places, never an address. */
@Component
class PlacementPart implements CasePart {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Placements placements;
    private final Catalogues catalogues;
    private final MessageSource messages;
    private final Clock clock;

    PlacementPart(Placements placements, Catalogues catalogues, MessageSource messages, Clock clock) {
        this.placements = placements;
        this.catalogues = catalogues;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "placement";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        return placements.of(caseId).stream()
                .map(placement -> new Line(
                        placement.since(),
                        placement.recordId(),
                        catalogues.current().codes().name("PLACE", placement.place(), locale),
                        List.of(end(placement.until(), locale))))
                .toList();
    }

    private String end(@Nullable Instant until, Locale locale) {
        return until == null
                ? messages.getMessage("placement.now", null, locale)
                : messages.getMessage("placement.until", new Object[] {moment(until)}, locale);
    }

    private String moment(Instant at) {
        return MOMENT.format(LocalDateTime.ofInstant(at, clock.getZone()));
    }
}
