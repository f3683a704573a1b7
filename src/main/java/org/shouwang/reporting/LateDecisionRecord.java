package org.shouwang.reporting;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Officer;
import org.shouwang.access.Participations;
import org.shouwang.access.Posts;
import org.shouwang.journal.Journal;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code L02-late-decision}: a person decides whether a report was late, or whose to find out it is. */
@Component
class LateDecisionRecord implements RecordHandler {

    static final String TOLD = "late_report.told";

    private static final String NOBODY = "none";

    private final LateReportStore store;
    private final DutyBearers bearers;
    private final Posts posts;
    private final Participations participations;
    private final Secrecy secrecy;
    private final Journal journal;

    LateDecisionRecord(
            LateReportStore store,
            DutyBearers bearers,
            Posts posts,
            Participations participations,
            Secrecy secrecy,
            Journal journal) {
        this.store = store;
        this.bearers = bearers;
        this.posts = posts;
        this.participations = participations;
        this.secrecy = secrecy;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "L02-late-decision";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        LateReport late = store.find(completion.subject()).orElseThrow();
        String decision = completion.data().get("decision").asString();
        @Nullable
        String organ = completion.data().hasNonNull("organ")
                ? completion.data().get("organ").asString()
                : null;
        @Nullable UUID recipient = organ == null ? null : recipient(organ, late).orElse(null);
        store.decided(
                late.id(), decision, organ, recipient, completion.by().officer().id());
        if (completion.data().hasNonNull("told")) {
            store.told(
                    late.id(),
                    secrecy.seal(TOLD, late.id(), completion.data().get("told").asString()));
        }
        journal.append(LateReports.event("late-report.decided", late, completion.by(), Map.of("decision", decision)));
        return Map.of("recipient", recipient == null ? NOBODY : recipient.toString());
    }

    /** Who has it at the superior authority; empty where nobody there logs in: then we write or call. */
    private Optional<UUID> recipient(String organ, LateReport late) {
        Set<UUID> barred = participations.barred(late.id());
        return bearers.login(organ).stream()
                .flatMap(role -> posts.holders(role, late.division()).stream())
                .map(Officer::id)
                .filter(officer -> !barred.contains(officer))
                .min(Comparator.naturalOrder());
    }
}
