package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;

/** A report against the brother-in-law of the village's director: village and township neither see nor hear of it. */
@ShouwangTest
class InsiderStory {

    private static final String CHILD = "小石头";

    @Test
    void staysWithTheCounty() {
        String report = report();
        for (String near : List.of("director", "supervisor", "station")) {
            sawNothing(near, report);
        }
        String file = accept();
        for (String near : List.of("director", "supervisor", "station")) {
            sawNothing(near, report);
            assertThat(Api.as(near).get("/api/v1" + file).status()).as(near).isIn(403, 404);
            try (Someone neighbour = Someone.atDesk(near)) {
                assertThat(neighbour.open(file)).as(near).isIn(403, 404);
                neighbour.open("/cases");
                assertThat(neighbour.text()).doesNotContain(CHILD);
            }
        }
    }

    private static String report() {
        try (Someone grid = Someone.onPhone("grid")) {
            grid.open("/report");
            grid.choose("danger", "no").next().choose("worries", "27");
            grid.write("narrative", "晚上常听到打骂声，打人的是村里主任的妹夫。").next().next();
            grid.choose("childKnown", "no").write("childName", CHILD).choose("childSex", "1");
            grid.write("childAge", "11")
                    .next()
                    .write("contactPhone", "0772-0000112")
                    .next();
            grid.choose("insider", "yes").next().next();
            grid.sendReport();
            return grid.path().replaceFirst(".*/", "");
        }
    }

    private static void sawNothing(String near, String report) {
        assertThat(Api.as(near).get("/api/v1/reports/" + report).status())
                .as(near)
                .isEqualTo(404);
        try (Someone neighbour = Someone.atDesk(near)) {
            assertThat(neighbour.sees("受理线索", CHILD)).as(near).isFalse();
            assertThat(neighbour.sees("受理线索（县）", CHILD)).as(near).isFalse();
            assertThat(neighbour.open("/report/receipt/" + report)).as(near).isEqualTo(404);
        }
    }

    /** The county accepts; gives the path of the case. */
    private static String accept() {
        try (Someone worker = Someone.atDesk("caseworker")) {
            worker.take("受理线索（县）", CHILD);
            worker.choose("outcome", "accept").choose("grade", "2").choose("lead", "county");
            worker.write("reason", "需要县里上门了解。").send();
            worker.take("调查评估（县）", CHILD);
            return worker.page()
                    .locator("a[href^='/cases/']:has-text('打开个案')")
                    .first()
                    .getAttribute("href");
        }
    }
}
