package org.shouwang.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Post;
import org.shouwang.access.Subject;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.WorkSubject;
import org.shouwang.workflow.Workflow;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Planned checks (排查): a county or township asks its villages to look at a group; each village's director has one task and
 * answers once. How far it has come is told by village, never by person.
 */
@Service
@Transactional
public class CheckPlans {

    static final String KIND = "check";

    private static final String PROCESS = "check";
    private static final int LONGEST_MONTHS = 12;

    private final CheckStore store;
    private final Divisions divisions;
    private final Catalogues catalogues;
    private final Workflow workflow;
    private final Idempotency idempotency;
    private final Access access;
    private final Journal journal;
    private final Clock clock;

    CheckPlans(
            CheckStore store,
            Divisions divisions,
            Catalogues catalogues,
            Workflow workflow,
            Idempotency idempotency,
            Access access,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.divisions = divisions;
        this.catalogues = catalogues;
        this.workflow = workflow;
        this.idempotency = idempotency;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param screened code of {@code SCREENED}
     * @param villages 12-digit codes
     */
    public record Asked(
            String screened,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            List<String> villages) {

        public Asked {
            villages = List.copyOf(villages);
        }
    }

    /** What is stored of the answer to a submission. */
    record Made(UUID plan) {}

    /** The villages this officer may ask, by code. */
    @Transactional(readOnly = true)
    public List<Division> villages(Actor by) {
        return by.posts().stream()
                .map(Post::division)
                .distinct()
                .flatMap(division -> divisions.villagesOf(division).stream())
                .distinct()
                .filter(village -> mayAsk(village.code(), by))
                .toList();
    }

    private boolean mayAsk(String village, Actor by) {
        return access.may(by, "check.plan", Subject.of(new UUID(0, 0), "check-plan", village, "open"));
    }

    /**
     * Plans a check: every village gets its task.
     *
     * @throws Refusal 422 naming every wrong field
     */
    public UUID make(Asked asked, @Nullable String key, Actor by) {
        check(asked, by);
        return idempotency
                .once(key, by.officer().id(), "check-plans " + asked, Made.class, () -> new Made(made(asked, by)))
                .plan();
    }

    private void check(Asked asked, Actor by) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!catalogues.current().codes().get("SCREENED").has(asked.screened())) {
            problems.add(FieldProblem.at("screened", "check-screened"));
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate from = asked.from();
        LocalDate until = asked.until();
        if (from == null) {
            problems.add(FieldProblem.at("from", "check-day"));
        }
        if (until == null) {
            problems.add(FieldProblem.at("until", "check-day"));
        } else if (!until.isAfter(today) || from != null && until.isBefore(from)) {
            problems.add(FieldProblem.at("until", "check-until"));
        } else if (until.isAfter(today.plusMonths(LONGEST_MONTHS))) {
            problems.add(FieldProblem.at("until", "check-long", LONGEST_MONTHS));
        }
        boolean known = !asked.villages().isEmpty()
                && asked.villages().stream().allMatch(village -> mayAsk(village, by) && isVillage(village));
        if (!known) {
            problems.add(FieldProblem.at("villages", "check-villages"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private boolean isVillage(String code) {
        return divisions.find(code).stream().anyMatch(each -> each.level().equals("village"));
    }

    private UUID made(Asked asked, Actor by) {
        Post post = by.mainPost().orElseThrow(Refusal::notFound);
        LocalDate today = LocalDate.now(clock);
        LocalDate from = java.util.Objects.requireNonNull(asked.from());
        LocalDate until = java.util.Objects.requireNonNull(asked.until());
        CheckPlan plan = new CheckPlan(
                Ids.next(), asked.screened(), from, until, post.agency(), clock.instant(), post.division(), 0, 0);
        store.insert(plan, by.officer().id());
        long days = ChronoUnit.DAYS.between(today, until);
        asked.villages().stream().distinct().sorted().forEach(village -> ask(plan, village, days));
        journal.append(new Event(
                "check.planned",
                null,
                by.officer().id(),
                post.agency(),
                null,
                plan.id().toString(),
                Map.of("screened", plan.screened(), "until", until.toString())));
        return plan.id();
    }

    private void ask(CheckPlan plan, String village, long days) {
        UUID id = Ids.next();
        VillageCheck check = new VillageCheck(id, plan.id(), store.nextNumber(), village, null, null, null);
        store.insert(check);
        String title = catalogues.current().codes().name("SCREENED", plan.screened(), Locale.CHINESE);
        workflow.start(
                PROCESS,
                new WorkSubject(id, KIND, check.number(), title, village, "open", null, "reporting"),
                Map.of("term", "P" + days + "D"));
    }

    /** Plans within reach, the newest first. */
    @Transactional(readOnly = true)
    public List<CheckPlan> latest(int limit) {
        return store.latest(access.scope("check.read"), limit);
    }

    /** @throws Refusal 404 when it is not there or not within reach */
    @Transactional(readOnly = true)
    public CheckPlan read(UUID id) {
        CheckPlan plan = store.plan(id).orElseThrow(Refusal::notFound);
        access.require("check.read", plan.subject());
        return plan;
    }

    /** How far each village has come. */
    @Transactional(readOnly = true)
    public List<VillageCheck> progress(CheckPlan plan) {
        return store.villages(plan.id());
    }
}
