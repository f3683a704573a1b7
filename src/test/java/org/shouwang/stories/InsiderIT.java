package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;

/** A report against the brother-in-law of the village's director: village and township neither see nor hear of it. */
@ShouwangTest
class InsiderIT {

    private static final String CHILD = "小石头";

    private static final List<String> NEAR = List.of("director", "supervisor", "station");

    private final Cast cast = new Cast();

    @AfterEach
    void goHome() {
        cast.close();
    }

    @Test
    void staysWithTheCounty() {
        String report = report();
        NEAR.forEach(near -> sawNothing(near, report));
        String file = accept();
        NEAR.forEach(near -> {
            sawNothing(near, report);
            mayNotRead(near, file);
        });
    }

    private String report() {
        Someone grid = cast.onPhone("grid");
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

    private void sawNothing(String near, String report) {
        Someone neighbour = cast.atDesk(near);
        assertThat(Api.as(near).get("/api/v1/reports/" + report).status())
                .as(near)
                .isEqualTo(404);
        assertThat(neighbour.open("/report/receipt/" + report)).as(near).isEqualTo(404);
        assertThat(neighbour.seesAnythingAbout(CHILD)).as(near).isFalse();
        assertThat(Api.as(near)
                        .post("/api/v1/persons/search", Map.of("q", CHILD))
                        .text())
                .as(near)
                .doesNotContain(CHILD);
    }

    private void mayNotRead(String near, String file) {
        Someone neighbour = cast.atDesk(near);
        assertThat(Api.as(near).get("/api/v1" + file).status()).as(near).isIn(403, 404);
        assertThat(neighbour.open(file)).as(near).isIn(403, 404);
        neighbour.open("/cases");
        assertThat(neighbour.text()).as(near).doesNotContain(CHILD);
    }

    /** The county accepts; gives the path of the case. */
    private String accept() {
        Someone worker = cast.atDesk("caseworker");
        worker.take("受理线索（县）", CHILD);
        worker.choose("outcome", "accept").choose("grade", "2").choose("lead", "county");
        worker.write("reason", "需要县里上门了解。").send();
        return worker.take("调查评估（县）", CHILD).openCase().path();
    }
}
