package org.shouwang.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everybody with every id of everybody else's matters, at every door of pages and API. */
@ShouwangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherScopesIT {

    private static final Logger LOG = LoggerFactory.getLogger(OtherScopesIT.class);

    private List<Scene> scenes;

    @BeforeAll
    void lay() {
        scenes = Ground.lay();
    }

    @Test
    void readsOnlyWhatIsTheirs() {
        Walk walk = new Walk().read(scenes);
        told("readings", walk);
        assertThat(walk.wrong()).isEmpty();
    }

    @Test
    void changesOnlyWhatIsTheirs() {
        List<Map<String, Object>> before = state();
        Walk walk = new Walk().change(scenes);
        told("changes", walk);
        assertThat(walk.wrong()).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void listsAndSearchesNameNobodyElsesChild() {
        Walk walk = new Walk().lists(scenes);
        told("lists and searches", walk);
        assertThat(walk.wrong()).isEmpty();
    }

    /** The walk is worth what it notices: told that a reader is none, it must say so at every door. */
    @Test
    void bites() {
        List<Scene> falsified = List.of(scenes.get(1).without("station2"));
        assertThat(new Walk().read(falsified).wrong())
                .hasSizeGreaterThan(15)
                .allMatch(wrong -> wrong.startsWith("station2 may not"))
                .anyMatch(wrong -> wrong.contains("named the child"));
        assertThat(new Walk().lists(falsified).wrong())
                .anyMatch(wrong -> wrong.startsWith("station2 reads"))
                .anyMatch(wrong -> wrong.startsWith("station2 found"));
    }

    /** An id of one kind in the place of another is nothing, to those who may read the one and to everybody else. */
    @Test
    void takesNoIdOfAnotherKind() {
        Scene scene = scenes.get(0);
        Scene other = scenes.get(1);
        List<String> wrong = new ArrayList<>();
        Map<String, UUID> ids = Map.of(
                "report", scene.report(), "case", scene.caseId(), "person", scene.person(), "file", scene.photo());
        Map<String, String> doors = Map.of(
                "case", "/api/v1/cases/%s",
                "report", "/api/v1/reports/%s",
                "person", "/api/v1/persons/%s",
                "file", "/api/v1/attachments/%s",
                "task", "/api/v1/tasks/%s");
        int tried = 0;
        for (String who : List.of("county", "caseworker", "supervisor", "director")) {
            for (Map.Entry<String, String> door : doors.entrySet()) {
                for (Map.Entry<String, UUID> id : ids.entrySet()) {
                    int status = Api.as(who)
                            .get(door.getValue().formatted(id.getValue()))
                            .status();
                    tried++;
                    if (!door.getKey().equals(id.getKey()) && status != 404 && status != 403) {
                        wrong.add(who + ": " + id.getKey() + " as " + door.getKey() + " answered " + status);
                    }
                }
            }
            for (String record : other.records()) {
                int status = Api.as(who)
                        .get("/api/v1/cases/" + scene.caseId() + "/records/" + record)
                        .status();
                tried++;
                if (status != 404 && status != 403) {
                    wrong.add(who + ": another case's record answered " + status);
                }
            }
        }
        LOG.info("{} ids in the place of another kind", tried);
        assertThat(wrong).isEmpty();
    }

    @Test
    void followsNobodyElsesNotice() {
        List<Map<String, Object>> notices = TestParts.everything()
                .sql("select distinct on (username) username, notice.id, read_at from notice"
                        + " join officer on officer.id = officer_id where read_at is null")
                .query()
                .listOfRows();
        assertThat(notices).isNotEmpty();
        List<String> wrong = new ArrayList<>();
        for (Map<String, Object> notice : notices) {
            for (String who : Scene.EVERYBODY) {
                if (!who.equals(notice.get("username"))) {
                    int status = Visitor.of(who)
                            .post("/notices/" + notice.get("id"), Map.of())
                            .status();
                    if (status != 404) {
                        wrong.add(who + " followed a notice of " + notice.get("username") + ": " + status);
                    }
                }
            }
        }
        LOG.info("{} notices of others", notices.size() * (Scene.EVERYBODY.size() - 1));
        assertThat(wrong).isEmpty();
        for (Map<String, Object> notice : notices) {
            assertThat(TestParts.everything()
                            .sql("select read_at is null from notice where id = ?")
                            .param(notice.get("id"))
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    /** What nobody who was refused may have moved. */
    private List<Map<String, Object>> state() {
        return TestParts.everything()
                .sql("select id, assignee, state from inbox_task where subject_id in (?, ?, ?, ?) order by id")
                .params(scenes.stream().map(Scene::caseId).toArray())
                .query()
                .listOfRows();
    }

    private static void told(String what, Walk walk) {
        LOG.info("{} {} tried, {} wrong", walk.tried(), what, walk.wrong().size());
    }
}
