package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;
import tools.jackson.databind.JsonNode;

/** A report that proves untrue is only closed when a second person agrees. */
@ShouwangTest
class FalseReportStory {

    private static final String CHILD = "阿福";

    @Test
    void isClosedByTwo() {
        String code = report();
        String task;
        try (Someone supervisor = Someone.atDesk("supervisor")) {
            supervisor.take("受理线索", CHILD).choose("outcome", "untrue");
            supervisor.write("checked", "去了家里，问了邻居和学校，孩子由外婆好好带着。");
            supervisor.write("reason", "孩子照料得很好。").send();
            assertThat(Someone.tracked(code)).isNotEqualTo("已办结");
            task = confirmation();
            assertThat(supervisor.sees("复核不属实", CHILD)).isFalse();
            supervisor.open("/tasks/" + task);
            assertThat(supervisor.page().locator("[data-submit]").count()).isZero();
        }
        assertThat(Api.as("supervisor")
                        .post("/api/v1/tasks/" + task + "/claim", "")
                        .status())
                .isIn(403, 409);
        try (Someone second = Someone.atDesk("caseworker")) {
            second.take("复核不属实", CHILD).choose("agreed", "yes");
            second.write("reason", "核查过程清楚，同意。").send();
        }
        assertThat(Someone.tracked(code)).isEqualTo("已办结");
    }

    private static String report() {
        try (Someone director = Someone.onPhone("director")) {
            director.open("/report");
            director.choose("danger", "no")
                    .next()
                    .choose("worries", "22")
                    .next()
                    .next();
            director.choose("childKnown", "no").write("childName", CHILD).choose("childSex", "1");
            director.write("childAge", "10")
                    .next()
                    .write("contactPhone", "0772-0000111")
                    .next();
            director.choose("insider", "no").next().next();
            return director.sendReport();
        }
    }

    private static String confirmation() {
        for (JsonNode task : Api.as("caseworker")
                .get("/api/v1/tasks?limit=100&box=team")
                .json()
                .path("items")) {
            if (task.path("task").asString("").equals("confirm-untrue")
                    && task.path("title").asString("").contains(CHILD)) {
                return task.path("id").asString("");
            }
        }
        throw new AssertionError("nobody was asked to confirm");
    }
}
