package org.shouwang.privacy;

import org.jspecify.annotations.Nullable;

/**
 * That a juvenile record is to be sealed.
 *
 * @param ground code of {@code JUVENILE_SEAL_GROUND}
 * @param organ code of {@code ORGAN}: who ordered it
 * @param orderedOn day of the order, {@code 2026-11-28}
 * @param orderNo number of the order, if there is one
 */
public record NewSeal(
        @Nullable String ground,
        @Nullable String organ,
        @Nullable String orderedOn,
        @Nullable String orderNo) {

    @Override
    public String toString() {
        return "NewSeal[sealed]";
    }
}
