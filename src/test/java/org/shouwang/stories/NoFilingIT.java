package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * The police decide not to file: the child's side asks them to reconsider, to review, and then the procuratorate, which
 * orders filing. Whether to go there people decide; the terms of the organs are reminders and never escalate.
 */
@ShouwangTest
class NoFilingIT {

    private static final String PROCESS = "no-filing";

    private final Colleague caseworker = new Colleague("caseworker");

    @Autowired
    TestClock clock;

    private String number;
    private CountyCase theCase;

    @BeforeEach
    void aNotice() {
        clock.set(LocalDateTime.of(2026, 3, 2, 9, 0));
        theCase = CountyCase.of("阿立", "公安机关不立案。");
        number = theCase.number();
        theCase.begins("caseworker", PROCESS);
        caseworker.does(
                "notice",
                number,
                Map.of(
                        "servedOn", "2026-03-01",
                        "servedTo", "guardian",
                        "officer", "示例民警",
                        "documentNo", "示例1号",
                        "words", "没有犯罪事实。"));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void isTakenToThePoliceAgainAndThenToTheProcuratorate() {
        due("C15", "2026-03-08");
        assertThat(caseworker.doesInVain("next-step", number, step("apply", "2026-02-28")))
                .contains("不能早于送达");
        caseworker.does("next-step", number, step("apply", "2026-03-02"));
        assertThat(caseworker.clocks(number)).doesNotContainKey("C15");
        due("C15-answer", "2026-04-01");
        clock.advance(Duration.ofDays(40));
        assertThat(running("C15-answer").toString()).doesNotContain("逾期");

        assertThat(caseworker.doesInVain("answer", number, answer("upheld", "2026-03-01")))
                .contains("不能早于提出");
        caseworker.does("answer", number, answer("upheld", "2026-03-30"));
        due("C15", "2026-04-06");
        caseworker.does("next-step", number, step("apply", "2026-04-02"));
        due("C15-answer", "2026-05-02");
        caseworker.does("answer", number, answer("upheld", "2026-04-10"));
        assertThat(caseworker.clocks(number)).doesNotContainKeys("C15", "C15-answer");
        assertThat(caseworker.doesInVain("next-step", number, step("apply", "2026-04-11")))
                .contains("复核以后没有再复核");

        caseworker.does("next-step", number, step("procurator", "2026-04-11"));
        assertThat(caseworker.clocks(number)).containsKey("P-procurator-asks").doesNotContainKey("C16");
        caseworker.does("asked", number, Map.of("asked", "yes", "askedOn", "2026-04-11"));
        due("C16", "2026-04-18");
        caseworker.does(
                "reasons", number, Map.of("reasonsOn", "2026-04-11", "view", "order", "orderedOn", "2026-04-11"));
        due("C16-filing", "2026-04-26");
        caseworker.does("filing", number, answer("filed", "2026-04-11"));
        assertThat(caseworker.runs(number, PROCESS)).containsExactly(false);
        assertThat(caseworker.clocks(number)).doesNotContainKeys("C15", "C15-answer", "C16", "C16-filing");
        assertThat(theCase.part(PROCESS))
                .contains("已立案", "2026-03-01 送达", "2026-03-02 申请复议", "2026-04-02 申请复核", "2026-04-11 检察机关通知立案")
                .doesNotContain("犯罪事实");
    }

    @Test
    void endsWhereTheChildsSideStopsOrTheProcuratorateAccepts() {
        caseworker.does("next-step", number, Map.of("step", "stop", "why", "监护人和孩子商量以后不再走。"));
        assertThat(theCase.part(PROCESS)).contains("孩子一方不再走");

        theCase.begins("caseworker", PROCESS);
        caseworker.does("notice", number, Map.of("servedOn", "2026-03-02", "servedTo", "lawyer", "officer", "示例民警"));
        caseworker.does("next-step", number, step("procurator", "2026-03-02"));
        caseworker.does("asked", number, Map.of("asked", "no"));

        theCase.begins("caseworker", PROCESS);
        caseworker.does("notice", number, Map.of("servedOn", "2026-03-02", "servedTo", "lawyer", "officer", "示例民警"));
        caseworker.does("next-step", number, step("procurator", "2026-03-02"));
        caseworker.does("asked", number, Map.of("asked", "yes", "askedOn", "2026-03-02"));
        caseworker.does("reasons", number, Map.of("reasonsOn", "2026-03-02", "view", "accept"));

        theCase.begins("caseworker", PROCESS);
        caseworker.does("notice", number, Map.of("servedOn", "2026-03-02", "servedTo", "lawyer", "officer", "示例民警"));
        caseworker.does("next-step", number, step("procurator", "2026-03-02"));
        caseworker.does("asked", number, Map.of("asked", "yes", "askedOn", "2026-03-02"));
        caseworker.does("reasons", number, Map.of("view", "order", "orderedOn", "2026-03-02"));
        caseworker.does("filing", number, answer("upheld", "2026-03-02"));

        theCase.begins("caseworker", PROCESS);
        caseworker.does("notice", number, Map.of("servedOn", "2026-03-02", "servedTo", "lawyer", "officer", "示例民警"));
        caseworker.does("next-step", number, step("apply", "2026-03-02"));
        caseworker.does("answer", number, answer("filed", "2026-03-02"));
        assertThat(caseworker.runs(number, PROCESS)).containsOnly(false).hasSize(5);
        assertThat(theCase.part(PROCESS)).contains("没有立案", "已立案");
    }

    @Test
    void isBegunByTheCountyBodyOnly() {
        caseworker.does("next-step", number, Map.of("step", "stop", "why", "不再走。"));
        for (String nobody :
                List.of("director", "supervisor", "station", "supervisor2", "police", "procurator", "civil")) {
            assertThat(theCase.begun(nobody, PROCESS).status()).as(nobody).isIn(403, 404);
        }
    }

    @Test
    void isDrawn() {
        try (Someone worker = Someone.atDesk("caseworker")) {
            worker.page().navigate(Browser.at("/cases/" + theCase.file() + "/process"));
            worker.page().click("details:has-text('不予立案') summary");
            assertThat(worker.text()).contains("登记检察机关是否要求说明理由");
            Browser.shotBoth(worker.page(), "no-filing-process");
        }
    }

    private JsonNode running(String key) {
        return caseworker.clocks(number).getOrDefault(key, List.of()).get(0);
    }

    private void due(String key, String lastDay) {
        JsonNode clock = running(key);
        assertThat(clock.path("due").asString()).as(key).startsWith(lastDay + "T16:00");
        assertThat(clock.path("external").asBoolean()).as(key).isTrue();
    }

    private static Map<String, Object> step(String step, String on) {
        return Map.of("step", step, "goneOn", on, "goneBy", "lawyer");
    }

    private static Map<String, Object> answer(String answer, String on) {
        return Map.of("answer", answer, "answeredOn", on);
    }
}
