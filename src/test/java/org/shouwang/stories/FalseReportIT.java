package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;

/** A report that proves untrue is only closed when a second person agrees. */
@ShouwangTest
class FalseReportIT {

    private static final String CHILD = "阿福";

    private final Cast cast = new Cast();

    @AfterEach
    void goHome() {
        cast.close();
    }

    @Test
    void isClosedByTwo() {
        String code = report();
        Someone supervisor = cast.atDesk("supervisor");
        Someone second = cast.atDesk("caseworker");
        findUntrue(supervisor);
        assertThat(Someone.tracked(code)).isNotEqualTo("已办结");
        String task = mayNotConfirmAlone(supervisor, second);
        second.open(task);
        second.claim().choose("agreed", "no");
        second.write("reason", "外婆说的和学校说的对不上，再去一次。").send();
        assertThat(Someone.tracked(code)).isNotEqualTo("已办结");
        findUntrue(supervisor);
        second.take("复核不属实", CHILD).choose("agreed", "yes");
        second.write("reason", "核查过程清楚，同意。").send();
        assertThat(Someone.tracked(code)).isEqualTo("已办结");
    }

    private String report() {
        Someone director = cast.onPhone("director");
        director.open("/report");
        director.choose("danger", "no").next().choose("worries", "22").next().next();
        director.choose("childKnown", "no").write("childName", CHILD).choose("childSex", "1");
        director.write("childAge", "10")
                .next()
                .write("contactPhone", "0772-0000111")
                .next();
        director.choose("insider", "no").next().next();
        return director.sendReport();
    }

    private void findUntrue(Someone supervisor) {
        supervisor.take("受理线索", CHILD).choose("outcome", "untrue");
        supervisor.write("checked", "去了家里，问了邻居和学校，孩子由外婆好好带着。");
        supervisor.write("reason", "孩子照料得很好。").send();
    }

    /** Gives the path of the task that the second has and the first has not. */
    private String mayNotConfirmAlone(Someone supervisor, Someone second) {
        second.awaits("复核不属实", CHILD);
        second.row("复核不属实", CHILD).locator(".act a").click();
        second.page().waitForURL("**/tasks/*");
        String task = second.path();
        assertThat(supervisor.sees("复核不属实", CHILD)).isFalse();
        countsWhatIsListed(supervisor);
        supervisor.open(task);
        assertThat(supervisor.page().locator("[data-submit]").count()).isZero();
        assertThat(Api.as("supervisor").post("/api/v1" + task + "/claim", "").status())
                .isEqualTo(403);
        return task;
    }

    /** What four eyes keep from somebody is not counted for him either. */
    private static void countsWhatIsListed(Someone supervisor) {
        supervisor.open("/inbox?box=team");
        int listed = Api.as("supervisor")
                .get("/api/v1/tasks?limit=100&box=team")
                .json()
                .path("items")
                .size();
        assertThat(supervisor
                        .page()
                        .locator(".sw-tabs [aria-current] .sw-count")
                        .innerText())
                .isEqualTo(String.valueOf(listed));
    }
}
