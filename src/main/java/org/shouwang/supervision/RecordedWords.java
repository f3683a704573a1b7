package org.shouwang.supervision;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.workflow.form.RecordSight;
import org.shouwang.workflow.form.Records;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.stereotype.Component;

/** What somebody wrote into an earlier form of the same matter, for whoever has to go on from it. */
@Component
class RecordedWords {

    private final Records records;
    private final Access access;
    private final Actors actors;

    RecordedWords(Records records, Access access, Actors actors) {
        this.records = records;
        this.access = access;
        this.actors = actors;
    }

    /** For whoever holds the task, who cannot do it without; for others as far as they read the case's records. */
    Optional<String> of(@Nullable UUID record, String field, InboxTask task) {
        Actor reader = actors.current();
        boolean holds = task.open()
                && reader.names().contains(task.assignee())
                && !reader.barred().contains(task.subjectId());
        RecordSight sight = holds ? Records.FULL_SIGHT : access.sight(reader, task.subject())::sees;
        return Optional.ofNullable(record)
                .flatMap(id -> records.find(id, sight))
                .map(stored -> stored.data().path(field).asString(""))
                .filter(words -> !words.isBlank());
    }
}
