package org.shouwang.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reported: opened by two roles, on a ground, each time in the journal; by nobody else, and never in passing. */
@ShouwangTest
class ReporterOpeningIT {

    private static final String REPORTER = "韦静仪";
    private static final Map<String, String> WHY = Map.of("ground", "protect", "reason", "有人在她家门口等她。");

    private final JdbcClient everything = TestParts.everything();

    private static Api.Answer asks(String username, String report) {
        return Api.as(username).post("/api/v1/reports/" + report + "/reporter", WHY);
    }

    @Test
    void opensOnAGroundAndIsSeenByTheAuditor() {
        String file = Reported.danger("启封一").path("caseId").asString();
        Page county = Browser.as("county", Browser.DESK);
        county.navigate(Browser.at("/cases/" + file));
        assertThat(county.content()).doesNotContain(REPORTER);
        county.click("a[href$='/reporter']");
        Browser.shotBoth(county, "reporter");
        county.evaluate("document.querySelector('form[action$=reporter]').noValidate = true");
        county.fill("#reason", "有人在她家门口等她。");
        county.click("form[action$='/reporter'] button");
        assertThat(county.locator("#main").innerText()).contains("请选一个依据").doesNotContain(REPORTER);
        assertThat(county.inputValue("#reason")).isEqualTo("有人在她家门口等她。");
        county.check("input[value=protect]");
        county.click("form[action$='/reporter'] button");
        assertThat(county.locator("#main").innerText()).contains(REPORTER);
        assertThat(county.url()).doesNotContain("ground");
        Browser.shotBoth(county, "reporter-opened");

        assertThat(Api.as("supervisor2").get("/api/v1/cases/" + file).status()).isEqualTo(404);
        Page auditor = Browser.as("auditor", Browser.PHONE);
        auditor.navigate(Browser.at("/journal"));
        assertThat(auditor.locator("section:has(#o)").innerText())
                .contains("岑远山")
                .contains("报告人受到威胁");
        assertThat(auditor.locator("section:has(#f)").innerText())
                .contains("蒙知远")
                .contains("GET /api/v1/cases/{id}")
                .doesNotContain(file);
        Browser.shotBoth(auditor, "journal-openings");
        county.navigate(Browser.at("/cases/" + file + "/timeline"));
        assertThat(county.content()).doesNotContain(REPORTER);
    }

    @Test
    void staysShutToEverybodyElse() {
        // Restricted: the police liaison is named on it from birth.
        String report = Reported.restricted("启封二").path("id").asString();
        for (String other : List.of("supervisor", "station", "caseworker", "director", "civil", "auditor", "admin")) {
            Api.Answer answer = asks(other, report);
            assertThat(answer.status()).as(other).isIn(403, 404);
            assertThat(answer.text()).doesNotContain(REPORTER);
        }
        assertThat(asks("police", report).status()).isEqualTo(200);
        assertThat(asks("county", UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(everything
                        .sql(
                                "select count(*) from journal_entry where act = 'reporter.opened' and subject_id = cast(? as uuid)")
                        .param(report)
                        .query(Long.class)
                        .single())
                .isOne();
    }
}
