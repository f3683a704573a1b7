package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A child in danger on a Saturday night at eleven: nobody waits for Monday. */
@ShouwangTest
class EmergencyStory {

    private static final String CHILD = "阿豆";
    private static final String CALLED = "值班：有一项紧急任务";

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void saturdayNight() {
        clock.set(LocalDateTime.of(2026, 8, 15, 23, 0));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void reachesWhoeverIsOnDutyAndThePoliceAreTold() {
        report();
        try (Someone first = Someone.atDesk("caseworker");
                Someone second = Someone.atDesk("county")) {
            assertThat(first.sees("应急处置", CHILD)).isTrue();
            assertThat(first.row("应急处置", CHILD).innerText()).contains("值班呼叫");
            String task = first.row("应急处置", CHILD)
                    .locator(".act a")
                    .getAttribute("href")
                    .replaceFirst(".*/", "");
            assertThat(calls(task)).containsExactly("caseworker");
            first.open("/notices");
            assertThat(first.text()).contains(CALLED);
            clock.advance(Duration.ofMinutes(10).plusSeconds(1));
            await().atMost(Duration.ofSeconds(60)).until(() -> calls(task).size() > 1);
            assertThat(calls(task)).containsExactly("caseworker", "county");
            second.open("/notices");
            assertThat(second.text()).contains(CALLED);
            takeCharge(second);
        }
        tellThePolice();
        answerAsPolice();
    }

    /** Who was called to the task, in this order; each with a notice of their own. */
    private java.util.List<String> calls(String task) {
        return jdbc.sql("""
                        select officer.username from journal_entry entry
                        join officer on officer.id = entry.officer_id
                        join notice on notice.officer_id = officer.id and notice.code = 'duty-call'
                         and notice.link = '/tasks/' || entry.reference
                        where entry.act = 'duty.called' and entry.reference = ? order by entry.id""").param(task).query(String.class).list();
    }

    private void report() {
        try (Someone director = Someone.onPhone("director")) {
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
    }

    private static void takeCharge(Someone duty) {
        duty.take("应急处置", CHILD).choose("called", "yes").addTo("calls");
        duty.choose("calls[0].whom", "110").choose("removed", "no").pick("place", "home");
        duty.send();
    }

    private static void tellThePolice() {
        try (Someone worker = Someone.atDesk("caseworker")) {
            worker.take("向公安机关报告", CHILD);
            worker.write("calledBy", "值班员").write("at", "2026-08-15T23:12");
            assertThat(worker.sendInVain()).isNotBlank();
            worker.write("officer", "警号 000001").send();
            assertThat(worker.sees("向公安机关报告", CHILD)).isFalse();
        }
    }

    private static void answerAsPolice() {
        try (Someone police = Someone.atDesk("police")) {
            police.take("登记处理情况", CHILD).choose("byPhone", "no");
            police.write("receiptNo", "2026-000123").write("at", "2026-08-15T23:40");
            police.choose("resultCode", "accepted").write("nextStep", "明天上午询问家长。");
            police.shotBoth("police");
            police.send();
            assertThat(police.sees("登记处理情况", CHILD)).isFalse();
        }
    }
}
