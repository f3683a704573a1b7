package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A child who misses school says something while the township looks into it: from then on the case is as if it had been
 * restricted from birth.
 */
@ShouwangTest
class RestrictedLaterIT {

    private static final String CHILD = "阿婷";
    private static final List<String> WORDS = List.of("邻居说她不敢回家", "想和外婆住在一起", "舅舅最近常来家里");

    private final JdbcClient everything = TestParts.everything();
    private final Cast cast = new Cast();
    private final Colleague director = new Colleague("director");
    private final Colleague supervisor = new Colleague("supervisor");
    private final Colleague station = new Colleague("station");
    private final Colleague caseworker = new Colleague("caseworker");

    @AfterEach
    void goHome() {
        cast.close();
    }

    @Test
    void leavesItToThoseNamedAndTakesItsWordsOutOfSight() {
        director.reports(Map.of("worries", List.of("23"), "childName", CHILD));
        supervisor.does(
                "triage", CHILD, Map.of("outcome", "accept", "grade", "3", "lead", "township", "reason", WORDS.get(0)));
        String number = station.numberOf("assess-township", CHILD);
        String id = station.file(number).path("file").path("id").asString();
        station.does("assess-township", number, assessment());
        station.take("plan-township", number);

        theStationSaysSo(id);

        for (String gone : List.of("station", "supervisor", "director", "school", "federation")) {
            assertThat(Api.as(gone).get("/api/v1/cases/" + id).status())
                    .as(gone)
                    .isIn(403, 404);
            assertThat(Api.as(gone)
                            .post("/api/v1/cases/search", Map.of("q", number, "state", "all"))
                            .text())
                    .as(gone)
                    .doesNotContain(id);
        }
        assertThat(station.sees("plan-township", number)).isFalse();
        for (String named : List.of("caseworker", "police")) {
            assertThat(Api.as(named).get("/api/v1/cases/" + id).status())
                    .as(named)
                    .isEqualTo(200);
        }
        assertThat(caseworker.sees("emergency", number)).isTrue();
        assertThat(caseworker.sees("told-police", number)).isTrue();
        assertThat(told(id)).containsExactly("police");
        theWordsAreWhereTheyMayBeRead(id);
        theRowsSayNothing(id);
        assertThat(caseworker.turns(number, "restrict", "再说一次。")).isIn(403, 409);
        noRegisterKnowsTheChild();
        twoOpenItAgain(id, number);
    }

    /** Only the report had brought the child in; the others of the place stand in the register as before. */
    private void noRegisterKnowsTheChild() {
        for (String who : List.of("director", "supervisor", "station", "county", "caseworker")) {
            assertThat(Api.as(who)
                            .post("/api/v1/persons/search", Map.of("q", CHILD))
                            .json()
                            .path("items")
                            .size())
                    .as(who)
                    .isZero();
        }
        assertThat(everything
                        .sql("select count(*) from (select person::text row from person union all"
                                + " select version::text from person_version version union all"
                                + " select part::text from person_name_part part) rows where strpos(row, ?) > 0")
                        .param(CHILD)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(Api.as("station")
                        .post("/api/v1/persons/search", Map.of("q", "韦小禾"))
                        .json()
                        .path("items")
                        .size())
                .isPositive();
    }

    /** The suspicion has fallen away: the head says so, a colleague agrees, and what was written stays theirs. */
    private void twoOpenItAgain(String id, String number) {
        String turn = "/api/v1/cases/" + id + "/lift";
        Map<String, String> why = Map.of("reason", "公安机关查明没有这回事。");
        for (String who : List.of("station", "supervisor", "director", "police", "caseworker", "admin", "auditor")) {
            assertThat(Api.as(who).post(turn, why).status()).as(who).isIn(403, 404);
        }
        assertThat(Api.as("caseworker").post(turn + "-confirm", why).status()).isEqualTo(409);
        assertThat(Api.as("county").post(turn, Map.of("reason", " ")).status()).isEqualTo(422);
        assertThat(Api.as("county").post(turn, why).status()).isEqualTo(200);
        assertThat(Api.as("county").post(turn, why).status()).as("once").isEqualTo(409);
        assertThat(Api.as("county").post(turn + "-confirm", why).status())
                .as("not by the same officer")
                .isEqualTo(409);
        for (String who : List.of("station", "supervisor", "police")) {
            assertThat(Api.as(who).post(turn + "-confirm", why).status())
                    .as(who)
                    .isIn(403, 404);
        }
        assertThat(Api.as("caseworker").post(turn + "-refuse", why).status()).isEqualTo(200);
        assertThat(Api.as("station").get("/api/v1/cases/" + id).status()).isIn(403, 404);
        assertThat(Api.as("county").post(turn, why).status()).isEqualTo(200);

        Someone worker = cast.onPhone("caseworker");
        worker.open("/cases/" + id);
        worker.press("同意解除限定查阅");
        Browser.shotBoth(worker.page(), "case-lift");
        worker.page().fill("#why-lift-confirm", "看过了，同意。");
        worker.page().click("#act-lift-confirm button[type=submit]");
        assertThat(worker.text()).contains("已解除限定查阅");

        Api.Answer read = Api.as("station").get("/api/v1/cases/" + id);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text()).contains(number, CHILD);
        StringBuilder seen = new StringBuilder();
        Api.as("station")
                .get("/api/v1/cases/" + id + "/records")
                .json()
                .path("items")
                .forEach(row -> seen.append(row));
        assertThat(seen).as("what was written before").isEmpty();
        theWordsAreWhereTheyMayBeRead(id);
        assertThat(everything
                        .sql(
                                "select act from journal_entry where subject_id = cast(? as uuid) and act like 'case.lift%' order by id")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("case.lift-proposed", "case.lift-refused", "case.lift-proposed", "case.lifted");
        assertThat(Api.as("county").post(turn, why).status()).as("open already").isEqualTo(409);
    }

    private void theStationSaysSo(String id) {
        Someone worker = cast.onPhone("station");
        worker.open("/cases/" + id);
        worker.press("发现疑似性侵害");
        assertThat(worker.text()).contains("不要询问孩子经过");
        Browser.shotBoth(worker.page(), "case-restrict");
        worker.page().fill("#why-restrict", WORDS.get(2));
        worker.page().click("#act-restrict button[type=submit]");
        assertThat(worker.path()).isEqualTo("/cases");
        assertThat(worker.text()).contains("已登记，个案改为限定查阅");
    }

    private List<String> told(String id) {
        return everything.sql("""
                        select username from notice join officer on officer.id = officer_id
                        where code = 'case-named' and subject_id = cast(? as uuid)""").param(id).query(String.class).list();
    }

    private void theWordsAreWhereTheyMayBeRead(String id) {
        StringBuilder read = new StringBuilder();
        Api api = Api.as("caseworker");
        api.get("/api/v1/cases/" + id + "/records")
                .json()
                .path("items")
                .forEach(row -> read.append(api.get("/api/v1/cases/" + id + "/records/"
                                + row.path("id").asString())
                        .text()));
        assertThat(read).contains(WORDS.get(0), WORDS.get(1));
    }

    private void theRowsSayNothing(String id) {
        List<UUID> matter = everything
                .sql("select id from report where case_id = cast(:case as uuid) union select cast(:case as uuid)")
                .param("case", id)
                .query(UUID.class)
                .list();
        assertThat(matter).hasSize(2);
        List<String> rows = everything
                .sql("""
                        select data::text || sealed_class from form_record where subject_id = any(:matter)
                        union all select coalesce(title, '') || sealed_class from work_subject where id = any(:matter)
                        union all select coalesce(title, '') || sealed_class from inbox_task where subject_id = any(:matter)
                        union all select sealed_class from case_person where case_id = any(:matter)
                        union all select sealed_class from assessment where case_id = any(:matter)
                        union all select sealed_class from clock where subject_id = any(:matter)""")
                .param("matter", matter.toArray(UUID[]::new))
                .query(String.class)
                .list();
        assertThat(rows).hasSizeGreaterThan(8).allMatch(row -> row.endsWith("restricted"));
        for (String secret : List.of(CHILD, WORDS.get(0), WORDS.get(1), WORDS.get(2))) {
            assertThat(rows).as(secret).noneMatch(row -> row.contains(secret));
        }
    }

    private static Map<String, Object> assessment() {
        Map<String, Object> answers = new HashMap<>(Map.of("suspectAccess", "no", "childHeard", "yes"));
        answers.putAll(Map.of("childWords", WORDS.get(1), "judgement", "raise", "grade", "3"));
        answers.putAll(Map.of("reason", "先看看。", "conference", "no", "nextDate", "2027-03-01"));
        for (int each = 1; each <= 10; each++) {
            answers.put("d" + each, "no");
        }
        return answers;
    }
}
