package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.journal.JournalVerifier;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nobody takes care of 韦小满, two years old. The director of the village reports it, and everybody whose turn it is
 * does their part, until the case is closed half a summer later.
 */
@ShouwangTest
class NeglectedToddlerStory {

    private static final String CHILD = "韦小满";
    private static final List<String> SIBLINGS = List.of("韦小禾", "韦小川");

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JournalVerifier verifier;

    @BeforeEach
    void aMondayMorning() {
        clock.set(LocalDateTime.of(2026, 8, 10, 9, 30));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void isSeenToByAllWhoHaveAPart() {
        String code = report();
        assertThat(Someone.tracked(code)).isEqualTo("已收到");
        triage();
        String number = assess();
        confer(number);
        plan(number);
        assertThat(Someone.tracked(code)).isEqualTo("办理中");
        clock.advance(Duration.ofDays(30).plusMinutes(5));
        visit(number);
        clock.advance(Duration.ofDays(3));
        review(number);
        propose(number);
        approve(number);
        assertThat(Someone.tracked(code)).isEqualTo("已办结");
        everyChildHasBoth(number);
        assertThat(verifier.verify().sentence()).startsWith("WHOLE");
    }

    private String report() {
        try (Someone director = Someone.onPhone("director")) {
            director.open("/report");
            director.choose("danger", "no");
            director.shotBoth("report");
            director.next().choose("worries", "21", "22").write("narrative", "白天常常一个人在门口，身上脏，没有人做饭。");
            director.next().next().choose("childKnown", "yes").find("child", CHILD);
            director.next().write("contactPhone", "0772-0000111");
            director.next().choose("insider", "no").next().next();
            String code = director.sendReport();
            director.shotBoth("receipt");
            return code;
        }
    }

    private void triage() {
        try (Someone supervisor = Someone.atDesk("supervisor")) {
            assertThat(supervisor.sees("受理线索", CHILD)).isTrue();
            supervisor.shotBoth("inbox");
            supervisor.take("受理线索", CHILD);
            supervisor.choose("outcome", "accept").choose("grade", "2").choose("lead", "county");
            supervisor.write("reason", "孩子太小，没有人照料，需要尽快上门。");
            supervisor.shotBoth("task");
            supervisor.send();
        }
    }

    private String assess() {
        try (Someone worker = Someone.atDesk("caseworker")) {
            worker.take("调查评估（县）", CHILD);
            for (int each = 1; each <= 10; each++) {
                worker.choose("d" + each, each == 4 ? "yes" : "no");
            }
            worker.write("d4Text", "父亲在家，但整天不管，奶奶年纪大了管不过来。");
            worker.choose("suspectAccess", "no").choose("childHeard", "no");
            worker.write("notHeardReason", "孩子太小，还不会说。");
            worker.choose("judgement", "agree").choose("grade", "2").choose("conference", "yes");
            worker.write("nextDate", "2026-11-10").send();
            return numberOf(worker);
        }
    }

    private static String numberOf(Someone worker) {
        assertThat(worker.sees("会商", CHILD)).isTrue();
        return worker.row("会商", CHILD)
                .first()
                .locator(".meta .nowrap")
                .innerText()
                .strip();
    }

    private void confer(String number) {
        try (Someone worker = Someone.atDesk("caseworker")) {
            worker.take("会商", number).write("heldAt", "2026-08-10T15:00").addTo("members");
            worker.pick("members[0].organ", "village").write("members[0].name", "覃会林");
            SIBLINGS.forEach(sibling -> worker.include("siblings", sibling));
            worker.choose("conclusion", "support").write("grounds", "奶奶愿意搭手，父亲答应戒酒，三个孩子都留在家里帮扶。");
            worker.send();
        }
    }

    private void plan(String number) {
        try (Someone worker = Someone.atDesk("caseworker")) {
            worker.take("定服务计划（县）", number).addTo("needs");
            worker.pick("needs[0].need", "care").write("needs[0].goal", "白天有大人看着，每天三顿饭。");
            worker.pick("needs[0].by", "relative");
            worker.choose("visitor", "station")
                    .write("reviewDate", "2026-09-10")
                    .send();
        }
    }

    private void visit(String number) {
        try (Someone director = Someone.onPhone("director");
                Someone station = Someone.atDesk("station")) {
            station.take("走访孩子（未保站）", number);
            assertThat(director.sees("走访孩子（儿童主任）", number)).isFalse();
            station.choose("outcome", "seen").choose("danger", "no").choose("changed", "better");
            station.write("oneLine", "奶奶在做饭，孩子换了干净衣服。");
            SIBLINGS.forEach(sibling -> station.include("alsoSeen", sibling));
            station.send();
        }
    }

    private void review(String number) {
        try (Someone worker = Someone.atDesk("caseworker")) {
            worker.take("复核计划（县）", number);
            worker.write("progress", "奶奶每天来，父亲也在家做饭了。")
                    .choose("outcome", "close")
                    .send();
        }
    }

    private void propose(String number) {
        try (Someone worker = Someone.atDesk("caseworker")) {
            worker.take("提请结案（县）", number);
            for (String test : List.of("testDanger", "testPlan", "testVisits", "testPolice", "testChild")) {
                worker.choose(test, "yes");
            }
            worker.choose("reason", "safe").write("results", "三个孩子都有人照看，吃饭、洗澡都有人管。");
            worker.send();
        }
    }

    private void approve(String number) {
        try (Someone worker = Someone.atDesk("caseworker");
                Someone head = Someone.atDesk("county")) {
            head.take("审批结案（县）", number);
            assertThat(worker.open(head.path())).isIn(403, 404);
            assertThat(worker.sees("审批结案（县）", number)).isFalse();
            head.page().locator("a[href^='/cases/']:has-text('打开个案')").first().click();
            head.page().waitForURL("**/cases/*");
            head.shotBoth("case");
            head.open(head.path() + "/process");
            head.shotBoth("process");
            head.take("审批结案（县）", number).choose("approved", "yes").send();
        }
    }

    private void everyChildHasBoth(String number) {
        for (String record : List.of("case_conference", "visit")) {
            List<UUID> children = jdbc.sql("""
                            select file.main_person from case_file file where file.number = :number union
                            select person.person_id from case_record_person person
                            join %s done using (record_id) join case_file file on file.id = done.case_id
                            where file.number = :number""".formatted(record))
                    .param("number", number)
                    .query(UUID.class)
                    .list();
            assertThat(children).as(record).hasSize(3);
        }
    }
}
