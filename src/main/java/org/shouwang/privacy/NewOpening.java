package org.shouwang.privacy;

import org.jspecify.annotations.Nullable;

/**
 * That a sealed juvenile record is asked for (查询).
 *
 * @param number the whole number of the case
 * @param ground code of {@code JUVENILE_OPEN_GROUND}
 * @param organ code of {@code ORGAN}: who asks
 * @param reason in words
 */
public record NewOpening(
        @Nullable String number,
        @Nullable String ground,
        @Nullable String organ,
        @Nullable String reason) {

    @Override
    public String toString() {
        return "NewOpening[sealed]";
    }
}
