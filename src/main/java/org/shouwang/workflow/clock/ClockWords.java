package org.shouwang.workflow.clock;

import java.util.Optional;
import org.shouwang.web.ClockBadge;

/**
 * A clock in words, for a page.
 *
 * @param left 还剩 2 天, 逾期 10 小时, 已等 42 分钟 …
 * @param urgency how heavy the ink is: empty, {@code soon}, {@code late} or {@code ask}
 * @param title the exact time
 * @param kind 法定, 法定：及时, 地方规定 or 本县默认
 * @param kindStyle {@code law}, {@code local} or {@code default}
 * @param basis article; the same as the kind when that says it all
 * @param term 3 个工作日; empty when only measured
 * @param doubt that the time is guessed because holidays are not known yet
 */
public record ClockWords(
        String left,
        String urgency,
        String title,
        String kind,
        String kindStyle,
        String basis,
        Optional<String> term,
        Optional<String> doubt) {

    /** As a chip in a list. */
    public ClockBadge badge() {
        return new ClockBadge(
                left, kindStyle, urgency.equals("late"), urgency.equals("soon"), urgency.equals("ask"), title);
    }
}
