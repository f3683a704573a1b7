package org.shouwang.support;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one place gives as emergency aid (紧急救助金) in one time: the county's own data.
 *
 * @param most yuan, at one time
 * @param townshipLimit yuan, up to which the township decides
 * @param within term to decide in, such as {@code P5WD}; {@code urgentWithin} where it is urgent
 * @param until the last day, null while there is none
 */
record AidRule(
        String key,
        String division,
        String zh,
        String en,
        String standard,
        int most,
        int townshipLimit,
        String within,
        String urgentWithin,
        String basis,
        String mark,
        LocalDate from,
        @Nullable LocalDate until) {

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
