package org.shouwang.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a territory stands: numbers without a name of anybody in them. Restricted cases count for those on them only.
 *
 * @param at when it was counted
 * @param places the divisions supervised
 * @param actions what needs action, most pressing first
 * @param stages codes of the columns of {@code areas}
 * @param areas the divisions next below, in the order of their codes
 */
public record Board(
        Instant at,
        List<String> places,
        List<Action> actions,
        List<String> stages,
        List<Area> areas,
        List<Cell> total,
        List<GradeCount> grades,
        List<Unit> units,
        List<Week> weeks,
        List<Kept> clocks) {

    public long cases() {
        return total.stream().mapToLong(Cell::cases).sum();
    }

    /**
     * A number that needs action.
     *
     * @param key {@code late}, {@code visits}, {@code leads}, {@code placed} or {@code unplaced}
     * @param oldest since when the first of them waits
     */
    public record Action(String key, long count, @Nullable Instant oldest) {}

    /** Open cases of one division by stage. */
    public record Area(String code, String name, List<Cell> cells) {

        public long cases() {
            return cells.stream().mapToLong(Cell::cases).sum();
        }
    }

    /** @param late how many of them have a task past its time */
    public record Cell(String stage, long cases, long late) {

        /** How strong the colour is, 0 to 4. */
        public int heat() {
            return cases == 0 ? 0 : cases < 3 ? 1 : cases < 6 ? 2 : cases < 10 ? 3 : 4;
        }
    }

    public record GradeCount(String grade, long cases) {}

    /**
     * What a unit has to do.
     *
     * @param held tasks one of its officers has taken
     * @param waiting tasks it may take; those that several units may take count with each
     * @param late how many of both are past their time
     */
    public record Unit(String name, String division, long held, long waiting, long late) {}

    /** @param monday first day of the week */
    public record Week(LocalDate monday, long reports, long closings) {}

    /**
     * How one kind of deadline was kept.
     *
     * @param external an outside organ's: nobody here is late
     * @param measured whether the law says 立即 or 及时 and only the time it took is known
     * @param medianMinutes of what was only measured
     */
    public record Kept(
            String key,
            String zh,
            String en,
            String kind,
            String basis,
            boolean external,
            boolean measured,
            long kept,
            long late,
            @Nullable Long medianMinutes) {

        public int percent() {
            return kept + late == 0 ? 0 : (int) (100 * kept / (kept + late));
        }
    }
}
