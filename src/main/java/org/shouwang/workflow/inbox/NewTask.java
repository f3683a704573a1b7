package org.shouwang.workflow.inbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.clock.Term;

/**
 * A task the engine has just made, in terms of its drawing.
 *
 * @param roles who may take it; where {@code assignee} is named, once that one gives it back
 * @param also who may take it besides, whatever their role
 * @param roster duty roster whose person is called to take it at once
 * @param notBy task keys of the same run whose doers may not take this one
 * @param notOfficers who may not take it, whatever they did
 * @param days the process knows, by the names of its variables
 * @param terms the process knows, likewise
 */
public record NewTask(
        String id,
        String instance,
        UUID subject,
        String process,
        String key,
        String form,
        String name,
        @Nullable String stage,
        List<String> roles,
        @Nullable UUID assignee,
        Set<UUID> also,
        @Nullable String roster,
        Set<String> notBy,
        Set<UUID> notOfficers,
        Map<String, LocalDate> days,
        Map<String, Term> terms) {}
