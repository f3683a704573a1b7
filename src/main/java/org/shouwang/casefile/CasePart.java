package org.shouwang.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What another module knows about a case, for the case's page. Only asked for somebody who may read the case. */
public interface CasePart {

    /** Heading: the message {@code case.part.<key>}; also the order on the page. */
    String key();

    /** The latest first; codes in words, nothing anybody wrote. */
    List<Line> lines(UUID caseId, Locale locale);

    /**
     * One thing that was done.
     *
     * @param record the completed form that says more
     * @param details further words, each a line
     */
    record Line(Instant at, UUID record, String text, List<String> details) {

        public Line {
            details = List.copyOf(details);
        }
    }
}
