package org.shouwang.workflow.decision;

import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes decisions by the county's tables and keeps each with its reasons in sentences. The result proposes only. */
@Component
public class Decisions {

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{0,64}");

    private final DecisionRoom room;
    private final DecisionLog log;
    private final Clock clock;

    Decisions(DecisionRoom room, DecisionLog log, Clock clock) {
        this.room = room;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Decides and stores inputs, outputs and reasons in the caller's transaction.
     *
     * @param inputs codes, numbers, truth values, dates and lists of them. What the table reads and the caller leaves
     *     out counts as unknown, so that a missing answer never keeps a child waiting.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Decided decide(String decision, Map<String, Object> inputs, UUID subject) {
        inputs.forEach((name, value) -> requireCode(decision, name, value));
        DecisionBook book = room.book();
        List<String> unknown = book.inputs(decision).stream()
                .filter(name -> !inputs.containsKey(name))
                .toList();
        if (!unknown.isEmpty()) {
            LOG.info("Decision {} is made without {}", decision, unknown);
        }
        Finding finding = book.evaluate(decision, inputs);
        DecisionMade made = new DecisionMade(
                Ids.next(),
                subject,
                decision,
                finding.dmnSha256(),
                clock.instant(),
                inputs,
                finding.outputs(),
                finding.reasons());
        log.add(made);
        return new Decided(made.id(), made.outputs(), made.reasons());
    }

    /** What the table reads. */
    public Set<String> inputs(String decision) {
        return room.book().inputs(decision);
    }

    /** All decisions on one subject, oldest first, with the sentences they had. */
    @Transactional(readOnly = true)
    public List<DecisionMade> of(UUID subject) {
        return log.of(subject);
    }

    /** Inputs are stored as they come, so that nothing a person typed may be among them. */
    private static void requireCode(String decision, String name, @Nullable Object value) {
        if (value instanceof Collection<?> several) {
            several.forEach(each -> requireCode(decision, name, each));
            return;
        }
        boolean plain = value == null
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof TemporalAccessor
                || value instanceof String text && CODE.matcher(text).matches();
        if (!plain) {
            throw new IllegalArgumentException("input " + name + " of decision " + decision + " is no code");
        }
    }
}
