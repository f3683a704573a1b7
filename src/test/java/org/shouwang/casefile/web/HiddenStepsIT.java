package org.shouwang.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;

/** What happened to a child of a restricted case shows by the steps taken: to those who handle it, and nobody else. */
@ShouwangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenStepsIT {

    /** Names of steps and processes that give it away. */
    private static final List<String> TELLING = List.of("向公安机关报告", "应急处置", "护送交接", "带离了吗", "登记处理情况", "先应急", "强制报告情形");

    private static final List<String> PARTS =
            List.of("", "/timeline", "/records", "/people", "/services", "/files", "/process");

    private UUID restricted;
    private UUID open;
    private UUID violence;

    @BeforeAll
    void lay() {
        restricted = Reported.caseOf(Reported.restricted("遮一遮"));
        open = Reported.caseOf(Reported.danger("不遮"));
        violence = Reported.caseOf(Reported.danger("遮不住", "27"));
        for (UUID id : List.of(restricted, open, violence)) {
            TestParts.everything().sql("""
                            insert into participation (id, subject_id, officer_id, part, since)
                            select gen_random_uuid(), ?, id, 'task', now() from officer where username = 'federation'""").param(id).update();
        }
    }

    @Test
    void showsWhoeverDoesNotHandleItOnlyThatSomethingIsUnderWay() {
        for (String part : List.of("", "/process", "/journal", "/clocks")) {
            Api.Answer answer = Api.as("federation").get("/api/v1/cases/" + restricted + part);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).as(part).doesNotContain(names());
        }
        for (String part : PARTS) {
            String page =
                    Visitor.of("federation").get("/cases/" + restricted + part).text();
            assertThat(page).as(part).contains("遮一遮").doesNotContain(names());
        }
        assertThat(Api.as("federation")
                        .get("/api/v1/cases/" + restricted + "/process")
                        .text())
                .contains("办理中")
                .doesNotContain("应急处置");
    }

    /** A case of violence at home is in everybody's lists; what was done about it is for those who handle it. */
    @Test
    void hidesThemWhereTheReportWasOfViolenceAtHome() {
        for (String part : List.of("", "/process", "/journal", "/clocks")) {
            Api.Answer answer = Api.as("federation").get("/api/v1/cases/" + violence + part);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).as(part).doesNotContain(stepNames());
        }
        assertThat(Visitor.of("federation")
                        .get("/cases/" + violence + "/timeline")
                        .text())
                .doesNotContain(stepNames());
        assertThat(Api.as("federation")
                        .get("/api/v1/cases/" + violence + "/process")
                        .text())
                .contains("办理中");
        for (String who : List.of("caseworker", "county", "station")) {
            assertThat(Api.as(who).get("/api/v1/cases/" + violence + "/process").text())
                    .as(who)
                    .contains("向公安机关报告", "带离了吗");
        }
    }

    private static String[] stepNames() {
        return TELLING.stream()
                .filter(name -> !List.of("应急处置", "强制报告情形").contains(name))
                .toArray(String[]::new);
    }

    /** The stage is told to everybody who may read the case; one is called like a step of it. */
    private static String[] names() {
        return TELLING.stream().filter(name -> !name.equals("应急处置")).toArray(String[]::new);
    }

    @Test
    void showsThemToWhoeverHandlesItAndInCasesWhereTheyTellNothing() {
        for (String who : List.of("caseworker", "county", "police")) {
            assertThat(Api.as(who)
                            .get("/api/v1/cases/" + restricted + "/process")
                            .text())
                    .as(who)
                    .contains("向公安机关报告", "应急处置", "带离了吗");
        }
        assertThat(Api.as("federation")
                        .get("/api/v1/cases/" + open + "/process")
                        .text())
                .contains("向公安机关报告", "应急处置");
    }

    @Test
    void looksRight() {
        for (int width : List.of(Browser.PHONE, Browser.DESK)) {
            Page page = Browser.as("federation", width);
            page.navigate(Browser.at("/cases/" + restricted + "/process"));
            Browser.shot(page, "process-hidden");
            page.navigate(Browser.at("/cases/" + restricted));
            Browser.shot(page, "case-hidden");
        }
    }
}
