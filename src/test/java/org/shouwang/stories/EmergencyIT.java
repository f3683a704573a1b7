package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A child in danger on a Saturday night at eleven: nobody waits for Monday. */
@ShouwangTest
class EmergencyIT {

    private static final String CHILD = "阿豆";
    private static final String CALLED = "值班：有一项紧急任务";

    private final Cast cast = new Cast();

    @Autowired
    TestClock clock;

    @BeforeEach
    void saturdayNight() {
        clock.set(LocalDateTime.of(2026, 8, 15, 23, 0));
    }

    @AfterEach
    void back() {
        cast.close();
        clock.reset();
    }

    @Test
    void reachesWhoeverIsOnDutyAndThePoliceAreTold() {
        report();
        Someone first = cast.atDesk("caseworker");
        Someone second = cast.atDesk("county");
        isRung(first);
        assertThat(second.sees("应急处置", CHILD)).isFalse();
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        isRung(second);
        takeCharge(second);
        assertThat(first.sees("应急处置", CHILD)).isFalse();
        tellThePolice();
        askThePoliceByPhone();
        confirmAsPolice();
        handOver();
        theCaseTellsWhereTheChildIs();
    }

    private void report() {
        Someone director = cast.onPhone("director");
        director.open("/report");
        director.choose("danger", "yes");
        Locator police = director.page().locator("[data-call=danger] a[href='tel:110']");
        assertThat(police.isVisible()).isTrue();
        Locator question = director.page().locator("#f-policeCalled");
        assertThat(police.boundingBox().y).isLessThan(question.boundingBox().y);
        director.choose("policeCalled", "no");
        director.shotBoth("report-danger");
        director.next().write("narrative", "屋里一直在打，孩子在哭。").next().next();
        director.choose("childKnown", "no").write("childName", CHILD).choose("childSex", "1");
        director.write("childAge", "9")
                .next()
                .write("contactPhone", "0772-0000111")
                .next();
        director.choose("insider", "no").next().next();
        String code = director.sendReport();
        assertThat(director.page().locator("a[href='tel:110']").isVisible()).isTrue();
        assertThat(Someone.tracked(code)).isEqualTo("办理中");
    }

    private void isRung(Someone onDuty) {
        onDuty.awaits("应急处置", CHILD);
        assertThat(onDuty.row("应急处置", CHILD).innerText()).contains("值班呼叫");
        onDuty.open("/notices");
        assertThat(onDuty.text()).contains(CALLED).doesNotContain(CHILD);
    }

    private void takeCharge(Someone onDuty) {
        onDuty.take("应急处置", CHILD).choose("called", "yes").addTo("calls");
        onDuty.choose("calls[0].whom", "110").choose("removed", "yes").pick("place", "police");
        onDuty.send();
    }

    private void tellThePolice() {
        Someone worker = cast.atDesk("caseworker");
        worker.take("向公安机关报告", CHILD);
        worker.write("calledBy", "值班员").write("at", "2026-08-15T23:10");
        assertThat(worker.sendInVain()).isNotBlank();
        worker.write("officer", "警号 000001").send();
        assertThat(worker.sees("向公安机关报告", CHILD)).isFalse();
    }

    /** The police have not logged in: what they said on the phone is written down for them. */
    private void askThePoliceByPhone() {
        Someone worker = cast.atDesk("caseworker");
        worker.take("登记处理情况", CHILD).choose("byPhone", "yes").pick("organ", "police");
        worker.write("officer", "值班民警").write("words", "已经受案，明天上午询问家长。").choose("resultCode", "accepted");
        worker.send();
    }

    private void confirmAsPolice() {
        Someone police = cast.atDesk("police");
        police.take("确认电话记录", CHILD).press("公安机关处理情况");
        assertThat(police.text()).contains("已经受案，明天上午询问家长。");
        police.choose("confirmed", "yes").write("receiptNo", "2026-000123");
        police.shotBoth("police");
        police.send();
        assertThat(police.sees("确认电话记录", CHILD)).isFalse();
    }

    private void handOver() {
        Someone worker = cast.atDesk("caseworker");
        clock.set(LocalDateTime.of(2026, 8, 15, 23, 55));
        worker.take("护送交接", CHILD).pick("fromOrgan", "police").pick("toPlace", "relative");
        worker.choose("ground", "police").write("groundPaper", "示例公安 1 号");
        worker.write("handedAt", "2026-08-15T23:50").choose("rightsTold", "no");
        assertThat(worker.sendInVain()).isNotBlank();
        worker.write("condition", "没有外伤，害怕，抱着书包不放。").write("rightsWhyNot", "家长还在派出所，明天补办。");
        worker.send();
    }

    private void theCaseTellsWhereTheChildIs() {
        Someone worker = cast.atDesk("caseworker");
        worker.take("调查评估（县）", CHILD).openCase().press("措施与服务");
        worker.page().waitForURL("**/services");
        assertThat(worker.text()).contains("亲属家", "公安机关", "2026-000123", "已受案");
    }
}
