package org.shouwang.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where one child was. The kind of place only: its address stays sealed in the record.
 *
 * @param caseId null where the reader may not open the case
 * @param title the child's name
 * @param place {@code PLACE} code
 * @param left when the child left without another place to be at, null while there
 * @param alarm {@code gap}, {@code missing}, {@code unverified}, or null
 * @param closed whether the case was closed by then
 * @param division name of the place the case belongs to
 * @param responsible the responsible person (主责人员), null while there is none
 * @param unit of the responsible person
 */
public record LedgerRow(
        UUID id,
        @Nullable UUID caseId,
        String number,
        String title,
        String place,
        Instant since,
        @Nullable Instant left,
        @Nullable String alarm,
        boolean closed,
        String division,
        @Nullable String responsible,
        @Nullable String unit) {}
