package org.shouwang.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts boards, restricted cases among them only for those who work on them. A count is good for a few seconds; the
 * page says when it was made.
 */
@Service
public class Boards {

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final List<String> GRADES = List.of("1", "2", "3", "4");

    private final CaseCounts cases;
    private final TaskCounts tasks;
    private final Trend trend;
    private final ClocksKept clocks;
    private final Catalogues catalogues;
    private final Clock clock;
    private final RowIdentity identity;
    private final Map<Territory, Board> counted = new ConcurrentHashMap<>();

    Boards(
            CaseCounts cases,
            TaskCounts tasks,
            Trend trend,
            ClocksKept clocks,
            Catalogues catalogues,
            Clock clock,
            RowIdentity identity) {
        this.cases = cases;
        this.tasks = tasks;
        this.trend = trend;
        this.clocks = clocks;
        this.catalogues = catalogues;
        this.clock = clock;
        this.identity = identity;
    }

    @Transactional(readOnly = true)
    public Board of(Territory territory) {
        Instant now = clock.instant();
        Board before = counted.get(territory);
        if (before != null && Duration.between(before.at(), now).abs().compareTo(FRESH) < 0) {
            return before;
        }
        Board board = identity.as(RowService.BOARD, () -> count(territory, now));
        counted.put(territory, board);
        return board;
    }

    private Board count(Territory territory, Instant now) {
        List<CaseCounts.Place> places = cases.places(territory);
        List<CaseCounts.Count> open = cases.open(territory);
        List<CaseCounts.Late> late = cases.late(territory, now);
        List<String> stages = catalogues.current().codes().get("STAGE").keys();
        return new Board(
                now,
                places.stream()
                        .filter(CaseCounts.Place::top)
                        .map(CaseCounts.Place::name)
                        .toList(),
                tasks.actions(territory),
                stages,
                areas(places, open, late, stages),
                cells(open.stream(), late.stream(), stages),
                GRADES.stream().map(grade -> grade(open, grade)).toList(),
                tasks.units(territory),
                trend.of(territory),
                clocks.of(territory));
    }

    /** The division supervised has a row of its own only where cases belong to none below it. */
    private static List<Board.Area> areas(
            List<CaseCounts.Place> places,
            List<CaseCounts.Count> open,
            List<CaseCounts.Late> late,
            List<String> stages) {
        return places.stream()
                .map(place -> new Board.Area(
                        place.code(),
                        place.name(),
                        cells(
                                open.stream().filter(count -> count.area().equals(place.code())),
                                late.stream().filter(count -> count.area().equals(place.code())),
                                stages)))
                .filter(area -> area.cases() > 0 || places.stream().noneMatch(place -> isTop(place, area)))
                .toList();
    }

    private static boolean isTop(CaseCounts.Place place, Board.Area area) {
        return place.top() && place.code().equals(area.code());
    }

    private static List<Board.Cell> cells(
            Stream<CaseCounts.Count> open, Stream<CaseCounts.Late> late, List<String> stages) {
        List<CaseCounts.Count> counts = open.toList();
        List<CaseCounts.Late> lates = late.toList();
        return stages.stream()
                .map(stage -> new Board.Cell(
                        stage,
                        counts.stream()
                                .filter(count -> count.stage().equals(stage))
                                .mapToLong(CaseCounts.Count::cases)
                                .sum(),
                        lates.stream()
                                .filter(count -> count.stage().equals(stage))
                                .mapToLong(CaseCounts.Late::cases)
                                .sum()))
                .toList();
    }

    private static Board.GradeCount grade(List<CaseCounts.Count> open, String grade) {
        return new Board.GradeCount(
                grade,
                open.stream()
                        .filter(count -> count.grade().equals(grade))
                        .mapToLong(CaseCounts.Count::cases)
                        .sum());
    }
}
