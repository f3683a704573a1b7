package org.shouwang.casefile.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Startables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a process beside the main one of an open case, once for each key. */
@Component
class CaseStarts {

    private final Cases cases;
    private final Startables startables;
    private final Access access;
    private final Idempotency idempotency;

    CaseStarts(Cases cases, Startables startables, Access access, Idempotency idempotency) {
        this.cases = cases;
        this.startables = startables;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** @param task the first task, already the caller's */
    record Started(String task) {}

    @Transactional
    public Started start(UUID caseId, String process, @Nullable String key, Actor by) {
        CaseView found = cases.find(caseId).orElseThrow(Refusal::notFound);
        access.require("process.start", found.subject());
        return idempotency.once(
                key,
                by.officer().id(),
                "start " + caseId + " " + process,
                Started.class,
                () -> new Started(startables.start(process, found.workSubject(), found.subject(), by)));
    }
}
