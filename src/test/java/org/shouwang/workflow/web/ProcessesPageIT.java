package org.shouwang.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ShouwangTest
class ProcessesPageIT {

    private static final Path BROKEN = Path.of("processes/codes/BROKEN_FOR_TEST.yaml");

    @Autowired
    Catalogues catalogues;

    @Test
    void refusesABrokenFileWithPlaceAndReasonAndKeepsTheOldOnes() throws IOException {
        Catalogue before = catalogues.current();
        Page page = Browser.as("admin", Browser.DESK);
        Files.writeString(BROKEN, "code: BROKEN_FOR_TEST\nzh: [\n");
        try {
            page.navigate(Browser.at("/processes"));
            page.click("form[action='/processes/apply'] button");
            assertThat(page.locator(".sw-errors").textContent())
                    .contains("codes/BROKEN_FOR_TEST.yaml")
                    .contains("line")
                    .contains("没有启用");
            Browser.shotBoth(page, "processes-faults");
            for (String act : List.of("check", "apply")) {
                Api.Answer answer = Api.as("admin").post("/api/v1/processes/" + act, "");
                assertThat(answer.status()).isEqualTo(act.equals("apply") ? 422 : 200);
                assertThat(answer.json().at("/faults/0/file").asString()).isEqualTo("codes/BROKEN_FOR_TEST.yaml");
                assertThat(answer.json().path("applied").asBoolean()).isFalse();
            }
        } finally {
            Files.delete(BROKEN);
        }
        assertThat(catalogues.current()).isSameAs(before);
    }

    @Test
    void checksAndTakesOverWhatIsRight() {
        Page page = Browser.as("admin", Browser.PHONE);
        page.navigate(Browser.at("/processes"));
        assertThat(page.content()).contains(catalogues.current().sha256());
        Browser.shotBoth(page, "processes");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        page.click("form[action='/processes/check'] button");
        assertThat(page.content()).contains("没有错误");
        page.click("form[action='/processes/apply'] button");
        assertThat(page.content()).contains("已启用");
        JsonNode applied = Api.as("admin").post("/api/v1/processes/apply", "").json();
        assertThat(applied.path("applied").asBoolean()).isTrue();
        assertThat(Api.as("admin")
                        .get("/api/v1/processes")
                        .json()
                        .path("sha256")
                        .asString())
                .isEqualTo(applied.path("sha256").asString());
        assertThat(Api.as("county").post("/api/v1/processes/apply", "").status())
                .isEqualTo(403);
        assertThat(Browser.as("county", Browser.DESK)
                        .navigate(Browser.at("/processes"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void tellsTheAuditorWhetherTheJournalIsWhole() {
        Page page = Browser.as("auditor", Browser.PHONE);
        page.navigate(Browser.at("/journal"));
        page.click("form[action='/journal/verification'] button");
        assertThat(page.content()).contains("日志完整");
        Browser.shotBoth(page, "journal");
        JsonNode answer = Api.as("auditor").get("/api/v1/journal/verification").json();
        assertThat(answer.path("whole").asBoolean()).isTrue();
        assertThat(Api.as("admin").get("/api/v1/journal/verification").status()).isEqualTo(403);
        assertThat(Api.as("auditor")
                        .get("/api/v1/journal/verification?head=7:00")
                        .json()
                        .path("finding")
                        .asString())
                .isEqualTo("HEAD_MISSING");
    }
}
