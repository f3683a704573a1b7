package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A post that changes at noon changes what its holder sees at noon: in an open session, on a page that stands open. */
@ShouwangTest
class NoonIT {

    private final JdbcClient everything = TestParts.everything();
    private final Cast cast = new Cast();

    @AfterEach
    void backToTheirPosts() {
        holds("450223103000", null);
        cast.close();
    }

    private void holds(String division, @Nullable String until) {
        everything.sql("""
                        update post set division = ?, valid_until = cast(? as date)
                        where officer_id = (select id from officer where username = 'supervisor2')""").params(Arrays.asList(division, until)).update();
    }

    @Test
    void movesWithThePostWithoutANewLogin() {
        String file = Reported.danger("午童").path("caseId").asString();
        Someone supervisor = cast.atDesk("supervisor2");
        assertThat(supervisor.open("/cases/" + file)).isEqualTo(404);

        holds("450223102000", null);

        assertThat(supervisor.open("/cases/" + file)).isEqualTo(200);
        assertThat(supervisor.text()).contains("午童");

        holds("450223103000", null);

        // A link on the page that still stands open leads nowhere, and neither does the API with the same token.
        supervisor.press("时间线");
        await().untilAsserted(() -> assertThat(supervisor.text()).doesNotContain("午童"));
        assertThat(Api.as("supervisor2").get("/api/v1/cases/" + file).status()).isEqualTo(404);
    }

    @Test
    void endsWithThePost() {
        Someone supervisor = cast.atDesk("supervisor2");
        assertThat(supervisor.open("/cases")).isEqualTo(200);

        holds("450223103000", "2026-01-01");

        assertThat(supervisor.open("/cases")).isEqualTo(403);
        assertThat(Api.as("supervisor2").get("/api/v1/tasks?box=team").status()).isEqualTo(403);
    }

    /** What is in the hands of somebody who has left goes back to the unit, and whoever left has no part in it. */
    @Test
    void handsOnWhatItsHolderLeaves() {
        holds("450223102000", null);
        Reported.worry("移童");
        Colleague leaver = new Colleague("supervisor2");
        String task = leaver.take("triage", "移童");
        assertThat(Api.as("supervisor")
                        .get("/api/v1/tasks/" + task)
                        .json()
                        .at("/task/assignee")
                        .isString())
                .isTrue();

        holds("450223103000", "2026-01-01");

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(Api.as("supervisor")
                        .get("/api/v1/tasks/" + task)
                        .json()
                        .at("/task/assignee")
                        .isNull())
                .isTrue());
        assertThat(Api.as("supervisor")
                        .post("/api/v1/tasks/" + task + "/claim", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(everything
                        .sql("select act from journal_entry where reference = ? order by id")
                        .param(task)
                        .query(String.class)
                        .list())
                .containsSubsequence("task.claimed", "task.handed-back", "task.claimed");
    }
}
