package org.shouwang.liaison;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Subject;

/**
 * What the police still have to say about one case; neither whom it is about nor what happened.
 *
 * @param id the reference number of the task
 * @param number of the case
 * @param name what is asked
 * @param station whose it is, by name; the bureau's own where no station has the place
 * @param due the first moment that is too late, null where nothing has a number
 * @param state {@code open}, {@code done} or {@code cancelled}
 * @param doneUnit who did it, once it is done
 */
public record PoliceTask(
        String id,
        UUID subjectId,
        String number,
        String name,
        String form,
        String division,
        String sealedClass,
        String station,
        @Nullable Instant due,
        String state,
        @Nullable String doneUnit) {

    Subject subject() {
        return Subject.of(subjectId, "case", division, sealedClass);
    }

    boolean open() {
        return state.equals("open");
    }

    PoliceTask of(String whose) {
        return new PoliceTask(id, subjectId, number, name, form, division, sealedClass, whose, due, state, doneUnit);
    }
}
