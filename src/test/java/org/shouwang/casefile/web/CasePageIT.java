package org.shouwang.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.access.Actors;
import org.shouwang.access.Participations;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.casefile.NewCase;
import org.shouwang.person.FactSource;
import org.shouwang.person.Persons;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.web.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Who sees a case, what of it, and that it is written down. */
@ShouwangTest
class CasePageIT {

    private static final String VILLAGE = "450223102901";
    private static final List<String> TABS =
            List.of("", "/timeline", "/records", "/people", "/services", "/files", "/process");

    @Autowired
    Cases cases;

    @Autowired
    Persons persons;

    @Autowired
    Participations participations;

    @Autowired
    Actors actors;

    private final JdbcClient database = TestParts.everything();

    @Autowired
    TransactionTemplate transaction;

    private CaseView open;

    @BeforeEach
    void aCaseInZhuling() {
        open = opened("open", false);
    }

    private CaseView opened(String sealedClass, boolean emergency) {
        return transaction.execute(status -> {
            UUID child = persons.unidentified(VILLAGE, "2", 7, FactSource.REPORT, null);
            return cases.open(
                    new NewCase(
                            Ids.next(),
                            Instant.now(),
                            VILLAGE,
                            sealedClass,
                            child,
                            null,
                            emergency ? "1" : "3",
                            List.of("夜里独自在家。"),
                            null,
                            false,
                            emergency ? "county" : "township",
                            emergency,
                            emergency),
                    null);
        });
    }

    @Test
    void isThereForItsTownshipAndForNoOther() {
        assertThat(status("supervisor", open)).isEqualTo(200);
        assertThat(status("station", open)).isEqualTo(200);
        assertThat(status("caseworker", open)).isEqualTo(200);
        assertThat(status("supervisor2", open)).isEqualTo(404);
        assertThat(status("station2", open)).isEqualTo(404);
        assertThat(listed("supervisor")).contains(open.number());
        assertThat(listed("supervisor2")).doesNotContain(open.number());
    }

    /** The page's short lines come from forms: they are for whoever may read the form, and for nobody else. */
    @Test
    void tellsInShortOnlyWhatTheReaderMayReadInFull() {
        participations.name(open.id(), officer("police"), "named");
        assessedByTheStation();
        String address = "/api/v1/cases/" + open.id();
        assertThat(parts("station", address)).contains("assessment");
        assertThat(parts("police", address)).isNotEmpty().doesNotContain("assessment");
        assertThat(Api.as("station").get(address).json().path("grades").toString())
                .contains("夜里独自在家");
        assertThat(Api.as("police").get(address).json().path("grades").toString())
                .doesNotContain("夜里独自在家");
    }

    private static String parts(String who, String address) {
        return Api.as(who).get(address).json().path("parts").toString();
    }

    private void assessedByTheStation() {
        String task = database.sql("select id from inbox_task where subject_id = ? and task_key = 'assess-township'")
                .param(open.id())
                .query(String.class)
                .single();
        Map<String, Object> answers = new HashMap<>(Map.of(
                "suspectAccess", "no",
                "childHeard", "yes",
                "childWords", "想妈妈。",
                "judgement", "raise",
                "grade", "3",
                "reason", "再看一段时间。",
                "conference", "no",
                "nextDate", LocalDate.now(ZoneOffset.UTC).plusMonths(1).toString()));
        for (int each = 1; each <= 10; each++) {
            answers.put("d" + each, "no");
        }
        assertThat(Api.as("station")
                        .post("/api/v1/tasks/" + task + "/claim", "")
                        .status())
                .isEqualTo(200);
        Api.Answer done = Api.as("station").post("/api/v1/tasks/" + task + "/complete", answers);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
    }

    @Test
    void isForThePoliceOnlyOnceTheyAreAskedIn() {
        assertThat(status("police", open)).isEqualTo(404);
        assertThat(listed("police")).doesNotContain(open.number());
        participations.name(open.id(), officer("police"), "named");
        assertThat(status("police", open)).isEqualTo(200);
        assertThat(listed("police")).contains(open.number());
    }

    @Test
    void isNeverForTheVillage() {
        assertThat(status("director", open)).isEqualTo(403);
        assertThat(Api.as("director").get("/api/v1/cases").status()).isEqualTo(403);
    }

    @Test
    void hidesARestrictedCaseFromTheTownshipInListAndByItsId() {
        CaseView restricted = opened("restricted", false);
        assertThat(status("supervisor", restricted)).isEqualTo(404);
        assertThat(listed("supervisor")).doesNotContain(restricted.number());
        assertThat(status("caseworker", restricted)).isEqualTo(404);
        participations.name(restricted.id(), officer("caseworker"), "named");
        assertThat(status("caseworker", restricted)).isEqualTo(200);
        assertThat(listed("caseworker")).contains(restricted.number());
    }

    @Test
    void showsARestrictedEmergencyToWhomDutyCalled() {
        CaseView restricted = opened("restricted", true);
        assertThat(status("caseworker", restricted)).isEqualTo(200);
        assertThat(status("supervisor", restricted)).isEqualTo(404);
        assertThat(status("county", restricted)).isEqualTo(404);
    }

    @Test
    void refusesAnActThatIsNotTheirs() {
        Map<String, String> why = Map.of("reason", "有新的情况");
        String path = "/api/v1/cases/" + open.id();
        assertThat(Api.as("station").post(path + "/reopen", why).status()).isEqualTo(403);
        assertThat(Api.as("supervisor").post(path + "/reopen", why).status()).isEqualTo(409);
        assertThat(Api.as("supervisor2").post(path + "/reopen", why).status()).isEqualTo(404);
        assertThat(Api.as("supervisor").post(path + "/review", why).status()).isEqualTo(409);
        assertThat(Api.as("station")
                        .post(path + "/new-harm", Map.of("reason", " "))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void goesBackToTheEmergencyStepOnNewHarm() {
        assertThat(Api.as("station")
                        .post("/api/v1/cases/" + open.id() + "/new-harm", Map.of("reason", "今晚又挨打"))
                        .status())
                .isEqualTo(200);
        assertThat(database.sql("select stage from case_file where id = ?")
                        .param(open.id())
                        .query(String.class)
                        .single())
                .isEqualTo("emergency");
        JsonNode stages = Api.as("supervisor")
                .get("/api/v1/cases/" + open.id() + "/stages")
                .json()
                .path("items");
        // What had been left out was come to after all, and where it came from is over.
        assertThat(stages.valueStream()
                        .filter(stage -> stage.path("stage").asString().equals("emergency"))
                        .map(stage -> stage.hasNonNull("skippedAt")))
                .containsExactly(true, false);
        assertThat(stages.valueStream()
                        .filter(stage -> stage.hasNonNull("enteredAt") && !stage.hasNonNull("leftAt"))
                        .map(stage -> stage.path("stage").asString()))
                .containsExactly("emergency");
        JsonNode told = Api.as("supervisor").get("/api/v1/cases/" + open.id()).json();
        assertThat(told.at("/parts/0/lines/0/locked").asBoolean()).isTrue();
        assertThat(told.toString()).doesNotContain("今晚又挨打");
    }

    @Test
    void writesDownWhoReadWhat() {
        Api.as("supervisor").get("/api/v1/cases/" + open.id());
        assertThat(database.sql("select officer_id from journal_entry where subject_id = ? and act = 'case.read'")
                        .param(open.id())
                        .query(UUID.class)
                        .list())
                .containsExactly(officer("supervisor"));
    }

    @Test
    void isFoundByTheEndOfItsNumberAndPageByPage() {
        String last = open.number().substring(open.number().lastIndexOf('-') + 1);
        assertThat(found("supervisor", last)).contains(open.number());
        assertThat(found("supervisor2", last)).doesNotContain(open.number());
        assertThat(Api.as("supervisor").get("/api/v1/cases?q=" + last).status()).isEqualTo(400);
        opened("open", false);
        JsonNode first = Api.as("supervisor").get("/api/v1/cases?limit=1").json();
        JsonNode second = Api.as("supervisor")
                .get("/api/v1/cases?limit=1&after=" + first.get("next").asString())
                .json();
        assertThat(second.at("/items/0/file/number").asString())
                .isNotEqualTo(first.at("/items/0/file/number").asString());
        assertThat(Api.as("supervisor").get("/api/v1/cases?limit=101").status()).isEqualTo(400);
    }

    @Test
    void keepsWhatIsSearchedForOutOfEveryAddress() {
        Page page = Browser.as("supervisor", Browser.DESK);
        List<String> addresses = new ArrayList<>();
        page.onRequest(request -> addresses.add(request.url()));
        page.navigate(Browser.at("/inbox"));
        page.fill("[data-search]", "寻不见的名字");
        page.press("[data-search]", "Enter");
        page.waitForURL("**/cases?**");
        assertThat(page.inputValue(".sw-filter input[name=q]")).isEqualTo("寻不见的名字");
        assertThat(page.content()).contains("没有符合的个案").doesNotContain(open.number());
        page.reload();
        assertThat(page.inputValue(".sw-filter input[name=q]")).isEqualTo("寻不见的名字");
        assertThat(addresses).noneMatch(address -> URLDecoder.decode(address, StandardCharsets.UTF_8)
                .contains("寻不见"));
        String sealed = page.url();
        Page other = Browser.as("station", Browser.DESK);
        assertThat(Objects.requireNonNull(other.navigate(sealed)).status()).isEqualTo(400);
    }

    @Test
    void takesNoSearchFromAnotherSite() {
        Page page = Browser.as("supervisor", Browser.DESK);
        APIResponse answer = page.request()
                .post(
                        Browser.at("/cases/search"),
                        RequestOptions.create()
                                .setHeader("Origin", "http://elsewhere.example")
                                .setForm(FormData.create().set("q", "1")));
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void tellsWhereItStands() {
        JsonNode process =
                Api.as("station").get("/api/v1/cases/" + open.id() + "/process").json();
        assertThat(process.at("/items/0/steps").toString()).contains("NOW");
        assertThat(Api.as("station")
                        .get("/api/v1/cases/" + open.id() + "/clocks")
                        .status())
                .isEqualTo(200);
        assertThat(Api.as("station")
                        .get("/api/v1/cases/" + open.id() + "/journal")
                        .text())
                .contains("开立个案");
    }

    @Test
    void fitsAPhoneAndADesk() {
        CaseView danger = opened("open", true);
        for (int width : List.of(Browser.PHONE, Browser.DESK)) {
            Page page = Browser.as("caseworker", width);
            for (String tab : TABS) {
                page.navigate(Browser.at("/cases/" + danger.id() + tab));
                assertThat(page.locator("h1").count()).isEqualTo(1);
                assertThat(page.content()).doesNotContain("??");
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
                Browser.shot(page, "case" + tab.replace('/', '-'));
            }
            page.navigate(Browser.at("/cases"));
            assertThat(page.content()).contains(danger.number());
            Browser.shot(page, "cases");
        }
    }

    private static String found(String username, String words) {
        return Api.as(username).post("/api/v1/cases/search", Map.of("q", words)).text();
    }

    private static int status(String username, CaseView of) {
        return Api.as(username).get("/api/v1/cases/" + of.id()).status();
    }

    private static String listed(String username) {
        return Api.as(username).get("/api/v1/cases?limit=100").text();
    }

    private UUID officer(String username) {
        return actors.byUsername(username).orElseThrow().officer().id();
    }
}
