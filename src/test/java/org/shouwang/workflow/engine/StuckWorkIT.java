package org.shouwang.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.workflow.WorkSubject;
import org.shouwang.workflow.Workflow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A step that fails until its cause is gone: the real executor gives it up, an administrator lets it try again. */
@ShouwangTest
class StuckWorkIT {

    private static final String PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                         targetNamespace="http://shouwang.org/bpmn">
              <process id="stuck-sample" name="示例" isExecutable="true">
                <startEvent id="start"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="count"/>
                <serviceTask id="count" name="算下一个日子" flowable:async="true"
                             flowable:failedJobRetryTimeCycle="R1/PT1S" flowable:expression="${clocks.due(key, execution)}"/>
                <sequenceFlow id="f2" sourceRef="count" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>""";

    private final UUID subject = UUID.randomUUID();
    private final String number = "示例-" + subject.toString().substring(0, 8);

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Workflow workflow;

    @Autowired
    StuckWork work;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void start() {
        repository
                .createDeployment()
                .name("stuck-sample")
                .enableDuplicateFiltering()
                .addString("stuck-sample.bpmn", PROCESS)
                .deploy();
        WorkSubject about =
                new WorkSubject(subject, "case", number, "不出现的名字", "450223102901", "open", "4", "assessment");
        transaction.executeWithoutResult(
                status -> workflow.start("stuck-sample", about, Map.of("key", "no-such-clock")));
        await(() -> !dead().isEmpty());
    }

    @Test
    void showsAStepThatWasGivenUpAndLetsItTryAgainForAReason() {
        StuckWork.Stuck stuck = dead().get(0);
        assertThat(stuck.step()).isEqualTo("算下一个日子");
        assertThat(stuck.reason()).isEqualTo("NoSuchElementException");

        Page page = Browser.as("admin", Browser.DESK);
        page.navigate(Browser.at("/operations"));
        assertThat(page.content()).contains(number).doesNotContain("不出现的名字").doesNotContain("no-such-clock");
        page.click("form[action$='" + stuck.id() + "/retry'] button");
        assertThat(page.content()).contains("请写明为什么现在可以再试");

        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(subject.toString())
                .singleResult()
                .getId();
        runtime.setVariable(instance, "key", "P-visit");
        page.fill("#reason-" + stuck.id(), "期限文件已经改好");
        page.click("form[action$='" + stuck.id() + "/retry'] button");
        assertThat(page.content()).contains("已交给系统再试");
        await(() -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(subject.toString())
                        .count()
                == 0);
        assertThat(dead()).isEmpty();
        assertThat(TestParts.everything()
                        .sql("select act from journal_entry where subject_id = ?")
                        .param(subject)
                        .query(String.class)
                        .list())
                .contains("job.retried");
    }

    @Test
    void isForAdministratorsOnly() {
        for (String other : List.of("county", "auditor", "caseworker")) {
            assertThat(Browser.as(other, Browser.DESK)
                            .navigate(Browser.at("/operations"))
                            .status())
                    .as(other)
                    .isEqualTo(403);
        }
        Page page = Browser.as("admin", Browser.PHONE);
        page.navigate(Browser.at("/operations"));
        Browser.shotBoth(page, "operations");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    private List<StuckWork.Stuck> dead() {
        return work.list().stream()
                .filter(stuck -> stuck.dead() && subject.equals(stuck.subject()))
                .toList();
    }

    private static void await(BooleanSupplier done) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited for a minute");
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
