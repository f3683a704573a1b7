package org.shouwang.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who tried to open or to do what is not theirs. The refused transaction is undone whole, so the journal hears of it
 * after the request; of which case it was, or whether there is one, it says no more than the id that was tried.
 */
@Component
public class RefusedActs {

    private final Journal journal;

    RefusedActs(Journal journal) {
        this.journal = journal;
    }

    /**
     * Writes one.
     *
     * @param door method and path of what was asked for, without ids
     * @param tried the id in the path
     */
    @Transactional
    public void write(Actor actor, String door, @Nullable String tried) {
        journal.append(new Event(
                "access.refused",
                null,
                actor.officer().id(),
                actor.mainPost().map(Post::agency).orElse(null),
                null,
                tried,
                Map.of("door", door)));
    }
}
