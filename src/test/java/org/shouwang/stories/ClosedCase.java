package org.shouwang.stories;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.testing.TestParts;

/** A township's case, worked on to its end by the demo's people. */
final class ClosedCase {

    private ClosedCase() {}

    static String idOf(String child) {
        return TestParts.everything()
                .sql("select case_file.id from case_file join person on person.id = main_person where name = ?")
                .param(child)
                .query(UUID.class)
                .single()
                .toString();
    }

    static void assess(Colleague station, String child, String childWords) {
        Map<String, Object> answers = new HashMap<>();
        for (int each = 1; each <= 10; each++) {
            answers.put("d" + each, "no");
        }
        answers.putAll(Map.of(
                "suspectAccess",
                "no",
                "childHeard",
                "yes",
                "childWords",
                childWords,
                "judgement",
                "raise",
                "grade",
                "3",
                "reason",
                "再看一段时间。",
                "conference",
                "no",
                "nextDate",
                "2027-12-01"));
        station.does("assess-township", child, answers);
    }

    /** From the report to the approval of its closing; its reporter is still to be told the result. */
    static String of(String child, String why, Map<String, Object> report) {
        Colleague station = new Colleague("station");
        Colleague supervisor = new Colleague("supervisor");
        Map<String, Object> about = new HashMap<>(report);
        about.putAll(Map.of("worries", List.of("23"), "childName", child));
        new Colleague("director").reports(about);
        supervisor.does(
                "triage", child, Map.of("outcome", "accept", "grade", "3", "lead", "township", "reason", "先了解。"));
        assess(station, child, "想上学。");
        station.does(
                "plan-township",
                child,
                Map.of(
                        "needs",
                        List.of(Map.of("need", "school", "goal", "每天到校", "by", "school")),
                        "visitor",
                        "director",
                        "reviewDate",
                        "2027-12-15"));
        String number = number(child);
        supervisor.turns(number, "review", "核查清楚了。");
        station.does(
                "review-township",
                child,
                Map.of("outcome", "close", "progress", "核查清楚了。", "results", Answers.met("school")));
        station.does(
                "closing-township",
                child,
                Map.of(
                        "testDanger", "yes",
                        "testPlan", "yes",
                        "testVisits", "no",
                        "testPolice", "yes",
                        "testChild", "yes",
                        "exception", "没有这回事，不用再走访。",
                        "reason", why,
                        "results", "核查清楚了。"));
        supervisor.does("approve-closing-township", child, Map.of("approved", "yes"));
        return idOf(child);
    }

    private static String number(String child) {
        return TestParts.everything()
                .sql("select number from case_file where id = cast(? as uuid)")
                .param(idOf(child))
                .query(String.class)
                .single();
    }
}
