package org.shouwang.stories;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwang.testing.TestClock;

/** What people write into the forms of a case, told on the day the clock shows. */
record Answers(TestClock clock) {

    private static final List<String> GUARDIANSHIP = List.of(
            "carerAge",
            "carerEducation",
            "carerHealth",
            "carerMind",
            "carerAware",
            "carerLaw",
            "income",
            "couple",
            "parentChild",
            "kin",
            "neighbours",
            "home");

    private static final List<String> CONDITION = List.of(
            "selfCare",
            "growth",
            "hygiene",
            "disability",
            "illness",
            "rehabilitation",
            "cover",
            "school",
            "atHome",
            "company",
            "places",
            "net",
            "activities",
            "selfImage",
            "mind");

    private String now() {
        return clock.instant().toString();
    }

    /** The day it is in China, or some days before. */
    String day(int before) {
        return clock.instant()
                .atZone(TestClock.CHINA)
                .toLocalDate()
                .minusDays(before)
                .toString();
    }

    String day() {
        return day(0);
    }

    Map<String, Object> emergency(String removed, String place) {
        return Map.of("called", "yes", "calls", List.of(Map.of("whom", "110")), "removed", removed, "place", place);
    }

    Map<String, Object> toldPolice() {
        return Map.of("calledBy", "示例值班员", "at", now(), "officer", "警号 000001");
    }

    Map<String, Object> policeRecord(String result) {
        return Map.of(
                "byPhone", "no",
                "receiptNo", "示例受案 1 号",
                "at", now(),
                "resultCode", result,
                "nextStep", "示例：继续查。");
    }

    Map<String, Object> handover(String ground, String from, String to) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "ground",
                ground,
                "fromOrgan",
                from,
                "toPlace",
                to,
                "handedAt",
                now(),
                "condition",
                "精神还好。",
                "childView",
                "愿意去。",
                "rightsTold",
                "yes"));
        if (!ground.equals("none")) {
            answers.put("groundPaper", "示例公安 1 号");
        }
        return answers;
    }

    Map<String, Object> assessment(String judgement, String grade, String conference) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "suspectAccess", "no",
                "childHeard", "yes",
                "childWords", "想和爷爷奶奶住。",
                "judgement", judgement,
                "grade", grade,
                "reason", "现在住的地方安全。",
                "conference", conference,
                "nextDate", "2026-12-15"));
        for (int each = 1; each <= 10; each++) {
            answers.put("d" + each, "no");
        }
        return answers;
    }

    Map<String, Object> conference(String conclusion, List<String> siblings) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "heldAt",
                now(),
                "members",
                List.of(Map.of("organ", "police", "name", "示例民警"), Map.of("organ", "village", "name", "示例主任")),
                "childHeard",
                "yes",
                "conclusion",
                conclusion,
                "grounds",
                "都听过了，孩子的意见也听过了。"));
        if (!siblings.isEmpty()) {
            answers.put(
                    "siblings",
                    siblings.stream().map(each -> Map.of("child", each)).toList());
        }
        return answers;
    }

    static Map<String, Object> guardianshipReport() {
        return Map.of(
                "basicFacts", "十二岁，和父亲住，上小学。",
                "guardianshipProblem", "父亲长期打骂，不让上学。",
                "guardianRemorse", "说知道错了，还在喝酒。",
                "teachingReceived", "派出所训诫一次，没有去上课。",
                "childBodyMind", "身上有旧伤，夜里睡不好。",
                "childWish", "想跟姑姑住。",
                "supports", "姑姑愿意照看。",
                "opinion", "父亲暂时不能监护。");
    }

    /** A long scale with the same answer to everything. */
    static Map<String, Object> scale(String form, String answer, String judgement, String grade) {
        Map<String, Object> answers = new HashMap<>(Map.of("judgement", judgement, "grade", grade));
        (form.equals("F04-guardianship") ? GUARDIANSHIP : CONDITION).forEach(item -> answers.put(item, answer));
        if (!judgement.equals("agree")) {
            answers.put("reason", "和学校、邻居核实过。");
        }
        return answers;
    }

    Map<String, Object> guardianship(String ground, String placement) {
        return Map.of("ground", ground, "startDate", day(), "placement", placement, "carerKind", "relative");
    }

    Map<String, Object> plan(String visitor, String reviewDate) {
        return Map.of(
                "needs",
                List.of(Map.of("need", "care", "goal", "有人照看", "by", "relative")),
                "visitor",
                visitor,
                "reviewDate",
                reviewDate);
    }

    /** Of a plan with one need, that it was met. */
    static List<Map<String, Object>> met(String need) {
        return List.of(Map.of("no", 1, "need", need, "result", "met"));
    }

    Map<String, Object> seen() {
        return Map.of("outcome", "seen", "alone", "yes", "danger", "no", "changed", "better");
    }

    Map<String, Object> closing(String reason) {
        return Map.of(
                "testDanger", "yes",
                "testPlan", "yes",
                "testVisits", "no",
                "testPolice", "yes",
                "testChild", "yes",
                "exception", "由亲属和村里接着看。",
                "reason", reason,
                "results", "孩子有人照看，回了学校。");
    }

    /** A doctor looked at the child, who was handed on the same day: neither first aid nor admission nor rehabilitation. */
    static void seenByADoctor(Colleague worker, String number) {
        worker.does("first-aid", number, left("firstAid", "firstAidSkip", "on-the-spot"));
        worker.does("admission", number, left("admitted", "admissionSkip", "not-needed"));
        worker.does("rehabilitation", number, left("rehab", "rehabSkip", "not-needed"));
    }

    private static Map<String, Object> left(String question, String skip, String reason) {
        return Map.of(question, "no", skip, reason, skip + "Why", "医生看过了。", "way", "present");
    }
}
