package org.shouwang.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One measure on a guardian (监护人措施), as far as it has come: codes and dates. What it orders stands in the record.
 *
 * @param measure {@code GUARDIAN_MEASURE} code
 * @param organ {@code ORGAN} code of whoever issued it
 * @param person {@code MEASURE_PERSON} code
 * @param way {@code MEASURE_WAY} code: by the organ itself, or for it
 * @param sessions how many it orders, null when none
 * @param result {@code MEASURE_RESULT} code, null until there is one
 * @param at when the last of it was recorded
 * @param record the form that said so
 * @param held the sessions so far, the latest first
 */
public record GuardianMeasure(
        String instance,
        String measure,
        String organ,
        String person,
        String way,
        LocalDate issuedOn,
        @Nullable LocalDate until,
        @Nullable Integer sessions,
        @Nullable String result,
        @Nullable LocalDate endedOn,
        Instant at,
        UUID record,
        List<Session> held) {

    public GuardianMeasure {
        held = List.copyOf(held);
    }

    /**
     * One session of guidance.
     *
     * @param giver {@code ORGAN} code
     * @param absence {@code SESSION_ABSENCE} code, null when the person came
     * @param recordedBy the officer who wrote it down
     */
    public record Session(
            LocalDate heldOn, String giver, @Nullable String absence, UUID recordedBy, UUID record) {

        public boolean attended() {
            return absence == null;
        }
    }

    long attended() {
        return held.stream().filter(Session::attended).count();
    }
}
