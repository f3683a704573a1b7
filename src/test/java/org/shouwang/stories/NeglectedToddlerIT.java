package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nobody takes care of 韦小满, two years old. The director of the village reports it, and everybody whose turn it is
 * does their part, until the case is closed half a summer later.
 */
@ShouwangTest
class NeglectedToddlerIT {

    private static final String CHILD = "韦小满";
    private static final List<String> SIBLINGS = List.of("韦小禾", "韦小川");

    private final Cast cast = new Cast();

    @Autowired
    TestClock clock;

    @BeforeEach
    void aMondayMorning() {
        clock.set(LocalDateTime.of(2026, 8, 10, 9, 30));
    }

    @AfterEach
    void back() {
        cast.close();
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
        clock.advance(Duration.ofDays(31));
        visit(number);
        review(number, "close");
        propose(number);
        sendBack(number);
        review(number, "close");
        propose(number);
        approve(number);
        assertThat(Someone.tracked(code)).isEqualTo("已办结");
        tellTheReporter(code);
        everyChildsFileHasConferenceAndVisit(number);
        theJournalIsWhole();
    }

    private String report() {
        Someone director = cast.onPhone("director");
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

    private void triage() {
        Someone supervisor = cast.atDesk("supervisor");
        assertThat(supervisor.sees("受理线索", CHILD)).isTrue();
        supervisor.shotBoth("inbox");
        supervisor.take("受理线索", CHILD);
        supervisor.choose("outcome", "accept").choose("grade", "2").choose("lead", "county");
        supervisor.write("reason", "孩子太小，没有人照料，需要尽快上门。");
        supervisor.shotBoth("task");
        supervisor.send();
    }

    /** Gives the number of the case. */
    private String assess() {
        Someone worker = cast.atDesk("caseworker");
        worker.take("调查评估（县）", CHILD);
        for (int each = 1; each <= 10; each++) {
            worker.choose("d" + each, each == 4 ? "yes" : "no");
        }
        worker.write("d4Text", "父亲在家，但整天不管，奶奶年纪大了管不过来。");
        worker.choose("suspectAccess", "no").choose("childHeard", "no");
        worker.write("notHeardReason", "孩子太小，还不会说。");
        worker.choose("judgement", "agree").choose("grade", "2").choose("conference", "yes");
        worker.write("nextDate", "2026-11-10").send();
        worker.awaits("会商", CHILD);
        return worker.row("会商", CHILD)
                .first()
                .locator(".meta .nowrap")
                .innerText()
                .strip();
    }

    private void confer(String number) {
        Someone worker = cast.atDesk("caseworker");
        clock.advance(Duration.ofHours(6));
        worker.take("会商", number).write("heldAt", "2026-08-10T15:00").addTo("members");
        worker.pick("members[0].organ", "village").write("members[0].name", "覃会林");
        SIBLINGS.forEach(sibling -> worker.include("siblings", sibling));
        worker.choose("childHeard", "no").write("notHeardReason", "孩子太小，还不会说。");
        worker.choose("conclusion", "support").write("grounds", "奶奶愿意搭手，父亲答应戒酒，三个孩子都留在家里帮扶。");
        worker.send();
    }

    /** The director reported: the form sends the station to the family, not the director. */
    private void plan(String number) {
        Someone worker = cast.atDesk("caseworker");
        worker.take("定服务计划（县）", number).addTo("needs");
        worker.pick("needs[0].need", "care").write("needs[0].goal", "白天有大人看着，每天三顿饭。");
        worker.pick("needs[0].by", "relative").write("reviewDate", "2026-09-10");
        assertThat(worker.chosen("visitor")).isEqualTo("station");
        worker.send();
    }

    private void visit(String number) {
        Someone director = cast.onPhone("director");
        Someone station = cast.atDesk("station");
        station.take("走访孩子（未保站）", number);
        assertThat(director.seesAnythingAbout(number)).isFalse();
        station.choose("outcome", "seen").choose("danger", "no").choose("changed", "better");
        station.write("oneLine", "奶奶在做饭，孩子换了干净衣服。");
        SIBLINGS.forEach(sibling -> station.include("alsoSeen", sibling));
        station.send();
    }

    private void review(String number, String outcome) {
        Someone worker = cast.atDesk("caseworker");
        worker.take("复核计划（县）", number);
        worker.pick("results[0].result", "met");
        worker.write("progress", "奶奶每天来，父亲也在家做饭了。").choose("outcome", outcome).send();
    }

    private void propose(String number) {
        Someone worker = cast.atDesk("caseworker");
        worker.take("提请结案（县）", number);
        assertThat(worker.text()).contains("还没有做到的", "等级还不是最低一级。", "最近一次评估没有听过孩子的意见。");
        assertThat(worker.chosen("testVisits")).isEqualTo("no");
        assertThat(worker.chosen("testPolice")).isEqualTo("yes");
        worker.choose("testDanger", "yes").choose("testPlan", "yes").choose("testChild", "yes");
        worker.choose("reason", "safe").write("results", "三个孩子都有人照看，吃饭、洗澡都有人管。");
        worker.write("exception", "村里和未保站一直看着。");
        assertThat(worker.sendInVain()).contains("没有听过孩子的意见");
        worker.choose("testChild", "no").shotBoth("closing");
        worker.send();
    }

    /** Nobody approves what they proposed themselves, and a no needs its reason. */
    private void sendBack(String number) {
        Someone worker = cast.atDesk("caseworker");
        Someone head = cast.atDesk("county");
        head.take("审批结案（县）", number);
        assertThat(worker.sees("审批结案（县）", number)).isFalse();
        worker.open(head.path());
        assertThat(worker.page()
                        .locator("[data-submit], form[action$='/claim']")
                        .count())
                .isZero();
        head.choose("approved", "no");
        assertThat(head.sendInVain()).isNotBlank();
        head.write("reason", "只走访过一次，再看一看父亲有没有喝酒。").send();
    }

    private void approve(String number) {
        Someone head = cast.atDesk("county");
        head.take("审批结案（县）", number).openCase();
        head.shotBoth("case");
        head.press("流程").page().waitForURL("**/process");
        head.shotBoth("process");
        head.take("审批结案（县）", number).choose("approved", "yes").send();
    }

    /** Whoever answers need not know who reported; the answer stands at the reporter's own report. */
    private void tellTheReporter(String code) {
        Someone station = cast.atDesk("station");
        Someone director = cast.onPhone("director");
        station.take("告知结果", CHILD).choose("toldBy", "message");
        assertThat(station.sendInVain()).isNotBlank();
        station.write("said", "已经办结，谢谢你。").send();
        assertThat(station.sees("告知结果", CHILD)).isFalse();
        director.open("/reports/mine");
        director.press(code).page().waitForURL("**/report/receipt/*");
        assertThat(director.text()).contains("已经办结，谢谢你。").doesNotContain(CHILD);
    }

    private void everyChildsFileHasConferenceAndVisit(String number) {
        Someone worker = cast.atDesk("caseworker");
        worker.search(number, "closed");
        worker.press(CHILD).press("人员与家庭").page().waitForURL("**/people");
        String people = worker.path();
        for (String child : List.of(CHILD, SIBLINGS.get(0), SIBLINGS.get(1))) {
            worker.open(people);
            worker.page()
                    .locator(".sw-people a:has-text('" + child + "')")
                    .first()
                    .click();
            worker.page().waitForURL("**/persons/*");
            assertThat(worker.text()).as(child).contains("会商纪要", "走访记录", number);
        }
    }

    private void theJournalIsWhole() {
        Someone auditor = cast.atDesk("auditor");
        auditor.open("/journal");
        auditor.press("现在核对");
        auditor.page().waitForURL("**/journal/verification");
        assertThat(auditor.text()).contains("日志完整");
    }
}
