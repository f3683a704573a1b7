package org.shouwang.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.access.Agencies;
import org.shouwang.casefile.CasePart;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Questions and answers on the case's page: which unit, when; the words stand in the records. */
@Component
class SupervisionPart implements CasePart {

    private final SupervisionStore store;
    private final Agencies agencies;
    private final Catalogues catalogues;
    private final MessageSource messages;

    SupervisionPart(SupervisionStore store, Agencies agencies, Catalogues catalogues, MessageSource messages) {
        this.store = store;
        this.agencies = agencies;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "supervision";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        List<SupervisionRequest> requests = store.ofCase(caseId);
        Map<UUID, String> units = agencies.unitsOf(requests.stream()
                .flatMap(request -> Stream.of(request.asker(), request.answeredBy()))
                .filter(Objects::nonNull)
                .toList());
        return requests.stream()
                .flatMap(request -> lines(request, units, locale).stream())
                .sorted(Comparator.comparing(Line::at).reversed())
                .toList();
    }

    private List<Line> lines(SupervisionRequest request, Map<UUID, String> units, Locale locale) {
        List<Line> lines = new ArrayList<>();
        if (request.record() != null) {
            String ground = catalogues.current().codes().name("SUPERVISION_GROUND", request.ground(), locale);
            lines.add(new Line(
                    request.askedAt(),
                    request.record(),
                    say("supervision.line.asked", locale, ground),
                    List.of(
                            say("supervision.line.by", locale, units.getOrDefault(request.asker(), "")),
                            say("supervision.to." + request.level(), locale),
                            say("supervision.state." + request.state(), locale))));
        }
        if (request.answerRecord() != null && request.answeredAt() != null) {
            boolean changed = Boolean.TRUE.equals(request.changed());
            lines.add(new Line(
                    request.answeredAt(),
                    request.answerRecord(),
                    say("supervision.line.answered", locale),
                    List.of(
                            say("supervision.line.by", locale, units.getOrDefault(request.answeredBy(), "")),
                            say(changed ? "supervision.changed" : "supervision.unchanged", locale))));
        }
        return lines;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
