package org.shouwang.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.shouwang.access.Actors;
import org.shouwang.access.Participations;
import org.shouwang.attachment.FileLinks;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Photos of a report on the case's page: for those who work on it, and never a word of who took them. */
@ShouwangTest
class ReportFilesIT {

    private static final String FILES = "/api/v1/reports/files";

    @Autowired
    TestClock clock;

    @Autowired
    Actors actors;

    @Autowired
    Participations participations;

    private final JdbcClient database = TestParts.everything();

    @Test
    void areOnTheCaseForThoseWhoMayOpenThem() throws IOException {
        UUID photo = photo();
        UUID caseId = reported(photo, Map.of("danger", "yes", "policeCalled", "no", "worries", List.of("21")));
        String tab = listed("station", caseId);
        assertThat(tab).contains("照片", "随线索收到", "/attachments/" + photo);
        assertThat(tab).doesNotContain("韦静仪", "竹岭村村民委员会", "拍的");
        assertThat(opened("station", photo).status()).isEqualTo(200);
        assertThat(opened("station", photo).header("Content-Disposition")).doesNotContain("韦静仪");
        assertThat(opened("supervisor2", photo).status()).isEqualTo(404);
        assertThat(database.sql("select officer_id from journal_entry where subject_id = ? and act = 'attachment.read'")
                        .param(caseId)
                        .query(UUID.class)
                        .list())
                .containsExactly(officer("station"), officer("station"));
    }

    @Test
    void openByALinkOfOnesOwnPageForAQuarterOfAnHour() throws IOException {
        UUID photo = photo();
        UUID caseId = reported(photo, Map.of("danger", "yes", "policeCalled", "no", "worries", List.of("21")));
        Matcher link = Pattern.compile("/attachments/" + photo + "[^\"]+").matcher(listed("station", caseId));
        assertThat(link.find()).isTrue();
        String path = link.group().replace("&amp;", "&");
        assertThat(Visitor.of("station").get(path).status()).isEqualTo(200);
        // Whoever else may read the file has links of his own; whoever may not learns nothing.
        assertThat(Visitor.of("caseworker").get(path).status()).isEqualTo(410);
        assertThat(Visitor.of("supervisor2").get(path).status()).isEqualTo(404);
        assertThat(Visitor.of("station").get("/attachments/" + photo).status()).isEqualTo(410);
        try {
            clock.advance(FileLinks.LASTS);
            Api.Answer late = Visitor.of("station").get(path);
            assertThat(late.status()).isEqualTo(410);
            assertThat(late.text()).contains("只在 15 分钟内有效");
        } finally {
            clock.reset();
        }
    }

    @Test
    void areNamedButShutForAnAgencyAskedToHelp() throws IOException {
        UUID photo = photo();
        UUID caseId = reported(photo, Map.of("danger", "yes", "policeCalled", "no", "worries", List.of("21")));
        participations.name(caseId, officer("federation"), "named");
        assertThat(Api.as("station").get("/api/v1/cases/" + caseId + "/files").text())
                .contains(photo.toString());
        assertThat(Api.as("supervisor2")
                        .get("/api/v1/cases/" + caseId + "/files")
                        .status())
                .isEqualTo(404);
        assertThat(listed("federation", caseId)).contains("照片", "限定查阅").doesNotContain("/attachments/" + photo);
        assertThat(opened("federation", photo).status()).isIn(403, 404);
    }

    @Test
    void areEvidenceForThePoliceWhileTheyHaveAPartInTheCase() throws IOException {
        UUID photo = photo();
        UUID caseId = reported(photo, Map.of("danger", "yes", "policeCalled", "no", "worries", List.of("21")));
        assertThat(opened("police", photo).status()).isEqualTo(404);
        participations.name(caseId, officer("police"), "named");
        assertThat(listed("police", caseId)).contains("/attachments/" + photo);
        assertThat(opened("police", photo).status()).isEqualTo(200);
        participations.end(caseId, officer("police"), "named");
        assertThat(opened("police", photo).status()).isEqualTo(404);
    }

    /** The police do not read assessments, so they do not see the photos taken for one either. */
    @Test
    void followTheFormTheyWereGivenWith() throws IOException {
        UUID photo = photo();
        UUID caseId = reported(photo, Map.of("danger", "yes", "policeCalled", "no", "worries", List.of("21")));
        participations.name(caseId, officer("police"), "named");
        assertThat(database.sql("select form from attachment where id = ?")
                        .param(photo)
                        .query(String.class)
                        .single())
                .isEqualTo("F01-report");
        assertThat(opened("police", photo).status()).isEqualTo(200);
        database.sql("update attachment set form = 'F04-screening' where id = ?")
                .param(photo)
                .update();
        assertThat(opened("police", photo).status()).isEqualTo(404);
        assertThat(listed("police", caseId)).doesNotContain("/attachments/" + photo);
        assertThat(opened("station", photo).status()).isEqualTo(200);
    }

    @Test
    void ofARestrictedReportAreForThoseOnTheCaseOnly() throws IOException {
        UUID photo = photo();
        UUID caseId = reported(photo, Map.of("danger", "no", "situations", List.of("01"), "told", "no"));
        assertThat(listed("caseworker", caseId)).contains("/attachments/" + photo);
        assertThat(opened("caseworker", photo).status()).isEqualTo(200);
        participations.name(caseId, officer("federation"), "named");
        assertThat(listed("federation", caseId)).contains("还没有附件").doesNotContain("/attachments/" + photo);
        // Who is named from birth: such a report goes straight to the police, and this is their evidence.
        assertThat(opened("police", photo).status()).isEqualTo(200);
        for (String other : List.of("supervisor", "station", "civil", "director")) {
            assertThat(opened(other, photo).status()).as(other).isIn(403, 404);
        }
    }

    private UUID photo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        UUID draft = UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        Api director = Api.as("director");
        Api.Answer kept = director.upload(FILES, draft, "韦静仪拍的.png", bytes.toByteArray(), key);
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(director.upload(FILES, draft, "韦静仪拍的.png", bytes.toByteArray(), key)
                        .text())
                .isEqualTo(kept.text());
        assertThat(database.sql("select count(*) from idempotency_key where officer_id = ? and key = ?")
                        .params(officer("director"), key)
                        .query(Long.class)
                        .single())
                .as("kept under a pseudonym")
                .isZero();
        return UUID.fromString(kept.json().path("id").asString());
    }

    private UUID reported(UUID photo, Map<String, Object> answers) {
        Map<String, Object> body = new HashMap<>(answers);
        body.putAll(Map.of(
                "division", "450223102901",
                "childKnown", "no",
                "childName", "付小朵",
                "childAge", 7,
                "contactPhone", "0772-0000101",
                "insider", "no",
                "files", List.of(photo.toString())));
        Api.Answer answer = Api.as("director")
                .post(
                        "/api/v1/reports",
                        body,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return database.sql("select case_id from report where id = ?")
                .param(UUID.fromString(answer.json().get("id").asString()))
                .query(UUID.class)
                .single();
    }

    private static String listed(String username, UUID caseId) {
        Page page = Browser.as(username, Browser.DESK);
        page.navigate(Browser.at("/cases/" + caseId + "/files"));
        return page.content();
    }

    private static Api.Answer opened(String username, UUID file) {
        return Api.as(username).get("/api/v1/attachments/" + file);
    }

    private UUID officer(String username) {
        return actors.byUsername(username).orElseThrow().officer().id();
    }
}
