package org.shouwang.hotline;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.reporting.Reports;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.WorkSubject;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Orders of the hotlines. Whatever is about a child's safety becomes a report in the same transaction, and goes where every
 * report of its kind goes; the platform gets its answer.
 */
@Service
@Transactional
public class HotlineOrders {

    public static final String FORM = "K01-hotline-order";

    static final String ENTER = "hotline.enter";
    static final String READ = "hotline.read";

    private static final String PROCESS = "hotline-answer";
    private static final Set<String> REPORTED = Set.of("harm", "worry");

    private final OrderStore store;
    private final Hotlines lines;
    private final OrderCheck check;
    private final OrderReport orderReport;
    private final SealedOrder sealed;
    private final Reports reports;
    private final Workflow workflow;
    private final Idempotency idempotency;
    private final Access access;
    private final Journal journal;
    private final Secrecy secrecy;
    private final RowIdentity identity;
    private final Clock clock;

    HotlineOrders(
            OrderStore store,
            Hotlines lines,
            OrderCheck check,
            OrderReport orderReport,
            SealedOrder sealed,
            Reports reports,
            Workflow workflow,
            Idempotency idempotency,
            Access access,
            Journal journal,
            Secrecy secrecy,
            RowIdentity identity,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.check = check;
        this.orderReport = orderReport;
        this.sealed = sealed;
        this.reports = reports;
        this.workflow = workflow;
        this.idempotency = idempotency;
        this.access = access;
        this.journal = journal;
        this.secrecy = secrecy;
        this.identity = identity;
        this.clock = clock;
    }

    /** @param known whether the same number of the same line was there already; nothing has changed then */
    public record Entered(UUID id, boolean known) {}

    /**
     * Enters an order, once a key.
     *
     * @param answers of {@code K01-hotline-order}
     * @param way {@code page} or {@code api}
     * @throws Refusal 422 naming every wrong field
     */
    public Entered enter(ObjectNode answers, int formVersion, String way, @Nullable String key, Actor by) {
        return idempotency.once(
                key,
                by.officer().id(),
                "hotline orders " + answers,
                Entered.class,
                () -> enter(answers.deepCopy(), formVersion, way, by));
    }

    /** Enters an order in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    Entered enter(ObjectNode answers, int formVersion, String way, Actor by) {
        Hotline line = check.check(answers, formVersion, by);
        String number = answers.get("number").asString();
        HotlineOrder order = order(idOf(line, number), line, answers, way);
        if (!store.insert(
                order,
                line.receives(),
                sealed.seal(order.id(), answers),
                by.officer().id())) {
            return new Entered(order.id(), true);
        }
        identity.open(order.id());
        UUID report = REPORTED.contains(order.category()) ? orderReport.handOn(order, line, answers, by) : null;
        Map<String, String> details = new HashMap<>(Map.of("line", line.key(), "category", order.category()));
        if (report != null && !order.confidential()) {
            details.put("report", report.toString());
        }
        journal.append(event("hotline.entered", order.id(), by, details));
        store.runs(order.id(), report, start(order, line));
        return new Entered(order.id(), false);
    }

    /** The same for the same number of the same line, and for nobody to guess. */
    UUID idOf(Hotline line, String number) {
        ByteBuffer bytes = ByteBuffer.wrap(secrecy.index("hotline-order", line.key() + "|" + number));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private HotlineOrder order(UUID id, Hotline line, ObjectNode answers, String way) {
        return new HotlineOrder(
                id,
                line.key(),
                answers.get("number").asString(),
                OffsetDateTime.parse(answers.get("calledAt").asString()).toInstant(),
                answers.get("confidential").asString().equals("yes"),
                answers.get("category").asString(),
                way,
                answers.has("answerBy")
                        ? LocalDate.parse(answers.get("answerBy").asString())
                        : null,
                null,
                null,
                null,
                null,
                null,
                null,
                clock.instant(),
                line.division());
    }

    private String start(HotlineOrder order, Hotline line) {
        return workflow.start(
                PROCESS,
                new WorkSubject(
                        order.id(),
                        "hotline",
                        order.number(),
                        line.number(),
                        order.division(),
                        "open",
                        null,
                        "reporting"),
                Map.of("confidential", order.confidential() ? "yes" : "no", "answerIn", answerIn(order)));
    }

    /** Until the day the platform names; none where it names none, or one that has passed already. */
    private String answerIn(HotlineOrder order) {
        if (order.answerBy() == null) {
            return "none";
        }
        long days = ChronoUnit.DAYS.between(LocalDate.now(clock), order.answerBy());
        return "P" + Math.max(1, days) + "D";
    }

    /** Whether the order is there already. */
    @Transactional(readOnly = true)
    boolean isKnown(Hotline line, String number) {
        return store.find(idOf(line, number)).isPresent();
    }

    /**
     * Orders of the lines this officer receives, the latest call first.
     *
     * @param open those that wait for their answer, or those that have it
     * @param after where the page before ended; null for the first
     */
    @Transactional(readOnly = true)
    public List<HotlineOrder> list(boolean open, @Nullable String after, int limit, Actor by) {
        access.require(READ);
        After from = After.parse(after);
        List<String> mine =
                lines.of(by, READ).stream().map(Hotline::key).distinct().toList();
        return store.list(mine, open, from.at(), from.id(), limit);
    }

    /** Where a page that ends with this order goes on. */
    public static String after(HotlineOrder last) {
        return new After(last.calledAt(), last.id()).text();
    }

    /**
     * An order as whoever receives its line reads it.
     *
     * @param content what the caller said
     * @param caller who it was, empty for nobody
     * @param phone where to call back; never of a confidential one
     * @param progress how far the report is; nothing of a confidential one, whose answer says nothing
     */
    public record Opened(
            HotlineOrder order, String content, String caller, String phone, Optional<Reports.Progress> progress) {

        @Override
        public String toString() {
            return "Opened[" + order.id() + "]";
        }
    }

    /** @throws Refusal 404 for whoever does not receive its line */
    public Opened open(UUID id, Actor by) {
        HotlineOrder order = store.find(id).orElseThrow(Refusal::notFound);
        access.require(READ, order.subject());
        if (lines.find(order.line(), by, READ).isEmpty()) {
            throw Refusal.notFound();
        }
        journal.append(event("hotline.read", id, by, Map.of("line", order.line())));
        SealedOrder.Said said = sealed.open(id, store.sealed(id));
        UUID report = order.confidential() ? null : order.report();
        return new Opened(
                order,
                said.content(),
                said.caller(),
                said.phone(),
                report == null ? Optional.empty() : reports.progress(report, said.caller()));
    }

    static Event event(String act, UUID order, Actor by, Map<String, String> details) {
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        return new Event(act, order, by.officer().id(), agency, "reporting", null, details);
    }

    /** Where a page of orders ended. */
    private record After(Instant at, UUID id) {

        private static final After START = new After(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

        static After parse(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return START;
            }
            try {
                int split = text.indexOf('~');
                return new After(Instant.parse(text.substring(0, split)), UUID.fromString(text.substring(split + 1)));
            } catch (RuntimeException e) {
                throw Refusal.malformed("bad-cursor");
            }
        }

        String text() {
            return at + "~" + id;
        }
    }
}
