package org.shouwang.casefile.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.casefile.CaseTrend;
import org.shouwang.casefile.CaseView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How scores and grades of a case went, as a table and as a drawing that needs no script. */
@Component
class CaseTrends {

    private static final int MOST = 12;

    private final ObjectProvider<CaseTrend> trends;
    private final CaseRecords records;
    private final Access access;
    private final Words words;

    CaseTrends(ObjectProvider<CaseTrend> trends, CaseRecords records, Access access, Words words) {
        this.trends = trends;
        this.records = records;
        this.access = access;
        this.words = words;
    }

    /**
     * @param grade its code
     * @param score of 100, null where the tool gives none
     */
    record Row(
            String day, UUID record, String tool, @Nullable Integer score, String grade) {}

    /** @param chart null where no tool has given a score yet */
    record Trend(List<Row> rows, @Nullable Chart chart) {}

    /** @param lines one a tool with scores */
    record Chart(List<Line> lines, String from, String until) {}

    /**
     * @param style of the stylesheet
     * @param points as a polyline writes them
     */
    record Line(String name, String style, String points, List<Dot> dots) {}

    record Dot(int x, int y, int score) {}

    /** The earliest first; only of assessments the reader may open. */
    Trend of(CaseView found, Locale locale) {
        List<CaseTrend.Point> points = readable(found);
        List<Row> rows = points.stream().map(point -> row(point, locale)).toList();
        return new Trend(rows, chart(points, locale));
    }

    private List<CaseTrend.Point> readable(CaseView found) {
        if (!found.sealedClass().equals("open") && !access.may("step.read", found.subject())) {
            return List.of();
        }
        Set<UUID> opening = records.opening(found);
        List<CaseTrend.Point> points = trends.stream()
                .flatMap(trend -> trend.trend(found.id()).stream())
                .filter(point -> opening.contains(point.record()))
                .toList();
        return points.subList(Math.max(0, points.size() - MOST), points.size());
    }

    private Row row(CaseTrend.Point point, Locale locale) {
        return new Row(
                words.day(point.at()).toString(),
                point.record(),
                words.code("ASSESSMENT_TOOL", point.tool(), locale),
                point.score(),
                point.grade());
    }

    private @Nullable Chart chart(List<CaseTrend.Point> points, Locale locale) {
        List<CaseTrend.Point> scored =
                points.stream().filter(point -> point.score() != null).toList();
        if (scored.isEmpty()) {
            return null;
        }
        Instant from = scored.get(0).at();
        Instant until = scored.get(scored.size() - 1).at();
        List<Line> lines = new ArrayList<>();
        for (String tool : scored.stream().map(CaseTrend.Point::tool).distinct().toList()) {
            List<Dot> dots = scored.stream()
                    .filter(point -> point.tool().equals(tool))
                    .map(point -> dot(point, from, until))
                    .toList();
            String style = lines.isEmpty() ? "a" : "b";
            lines.add(new Line(words.code("ASSESSMENT_TOOL", tool, locale), style, polyline(dots), dots));
        }
        return new Chart(lines, words.day(from).toString(), words.day(until).toString());
    }

    private static Dot dot(CaseTrend.Point point, Instant from, Instant until) {
        int score = point.score() == null ? 0 : point.score();
        long whole = Math.max(1, until.toEpochMilli() - from.toEpochMilli());
        long gone = point.at().toEpochMilli() - from.toEpochMilli();
        return new Dot((int) (40 + 390 * gone / whole), 130 - 120 * score / 100, score);
    }

    private static String polyline(List<Dot> dots) {
        return String.join(
                " ", dots.stream().map(dot -> dot.x() + "," + dot.y()).toList());
    }
}
