package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.casefile.ArchivedCases;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.testing.Api;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.support.TransactionTemplate;

/** A minor's record is sealed: nobody finds it again, but for the one who opens it by law, for an hour. */
@ShouwangTest
class JuvenileSealIT {

    private static final Logger LOG = LoggerFactory.getLogger(JuvenileSealIT.class);
    private static final Map<String, String> ORDER =
            Map.of("ground", "crime", "organ", "court", "orderedOn", "2024-05-06", "orderNo", "（2026）桂0223刑初封1号");

    private final JdbcClient everything = TestParts.everything();
    private final Cast cast = new Cast();

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient app;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RowIdentity identity;

    @AfterEach
    void goHome() {
        clock.reset();
        everything
                .sql("update emergency_access set since = now() - interval '1 hour', until = now()"
                        + " where until > now() and kind = 'juvenile'")
                .update();
        cast.close();
    }

    private static Api.Answer seals(String who, String file, Map<String, ?> said) {
        return Api.as(who)
                .post(
                        "/api/v1/cases/" + file + "/sealing",
                        said,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private static Api.Answer opens(String who, String number) {
        return Api.as(who)
                .create(
                        "/api/v1/juvenile-openings",
                        Map.of(
                                "number",
                                number,
                                "ground",
                                "judicial",
                                "organ",
                                "court",
                                "reason",
                                "（2026）桂0223刑初9号案，法官持调取函。"));
    }

    private static String photo() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return Visitor.of("director")
                    .upload("/report/files", UUID.randomUUID().toString(), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A closed case of a child whom nobody knew before. */
    private static String closed(String child) {
        String file = ClosedCase.of(child, "untrue", Map.of("files", List.of(photo()), "narrative", "说他拿了店里的东西。"));
        assertThat(seals("county", file, ORDER).text()).contains("juvenile-held");
        new Colleague("station").does("feedback-result", child, Map.of("toldBy", "asked", "said", "已经办结。"));
        return file;
    }

    private static String sealed(String child) {
        String file = closed(child);
        Api.Answer answer = seals("county", file, ORDER);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        return file;
    }

    @Test
    void leavesNoTraceToAnybody() {
        String child = "封存童遥" + System.nanoTime() % 100_000;
        String file = closed(child);
        Trace trace = new Trace(file, child, "director");
        String code = Api.as("director")
                .get("/api/v1/reports/" + trace.report())
                .json()
                .path("trackingCode")
                .asString();
        // The search is worth what it finds while there is something to find.
        assertThat(trace.inLists(List.of("station", "county"))).hasSizeGreaterThan(8);
        assertThat(trace.byId(List.of("station", "county"))).hasSizeGreaterThan(30);

        sealOnThePage(file, child);

        List<String> people = Trace.everybody();
        assertThat(trace.inLists(people)).isEmpty();
        assertThat(trace.byId(people)).isEmpty();
        LOG.info("{} doors of lists, searches and ids after sealing", trace.tried());
        assertThat(Colleague.tracked(code)).isEqualTo("done");
        Api.Answer own = Api.as("director").get("/api/v1/reports/" + trace.report());
        assertThat(own.json().path("state").asString()).isEqualTo("done");
        assertThat(own.json().path("told")).isEmpty();
        assertThat(tablesWith(child)).as("in a dump").isEmpty();
        assertThat(everything
                        .sql("select count(*) from notice where subject_id = cast(? as uuid)")
                        .param(file)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void sealOnThePage(String file, String child) {
        Someone head = cast.atDesk("county");
        head.open("/cases/" + file + "/privacy");
        head.press("封存未成年人犯罪等记录");
        assertThat(head.text()).contains(child).contains("不能在这里解除");
        head.shot("sealing");
        head.page().evaluate("document.querySelector('form[action$=sealing]').noValidate = true");
        head.page().fill("#orderNo", "（2026）桂0223刑初封1号");
        head.press("确认封存");
        assertThat(head.text()).contains("请选一项").contains("请填决定的日期");
        assertThat(head.page().inputValue("#orderNo")).isEqualTo("（2026）桂0223刑初封1号");
        head.shot("sealing-errors");
        head.page().check("input[value=crime]");
        head.page().selectOption("#organ", "court");
        head.page().fill("#orderedOn", "2024-05-06");
        head.press("确认封存");
        assertThat(head.path()).isEqualTo("/cases");
        assertThat(head.text()).contains("已封存").doesNotContain(child);
    }

    @Test
    void opensToBreakGlassAndArchiveLessThanAnUnknownNumber() {
        String file = sealed("封存童辛");
        String number = number(file);
        for (String who : List.of("station2", "caseworker", "police")) {
            assertThat(emergency(who, number)).as(who).isEqualTo(emergency(who, "450223-2026-99998"));
        }
        String unknown = UUID.randomUUID().toString();
        for (String act : List.of("open", "take-back", "archive", "erasures")) {
            assertThat(said("/api/v1/retention/" + file + "/" + act))
                    .as(act)
                    .isEqualTo(said("/api/v1/retention/" + unknown + "/" + act));
        }
        for (String act : List.of("reopen", "review", "new-harm", "sealing", "consents", "requests")) {
            assertThat(said("/api/v1/cases/" + file + "/" + act))
                    .as(act)
                    .isEqualTo(said("/api/v1/cases/" + unknown + "/" + act));
        }
    }

    private static String emergency(String who, String number) {
        Api.Answer answer = Api.as(who)
                .create("/api/v1/emergency-access", Map.of("number", number, "ground", "danger", "reason", "孩子不见了。"));
        return answer.status() + " " + answer.json().path("detail");
    }

    private static String said(String path) {
        Map<String, String> body = new HashMap<>(Map.of("ground", "audit", "reason", "检查。"));
        if (path.endsWith("/sealing")) {
            body = new HashMap<>(ORDER);
        }
        Api.Answer answer = Api.as("county")
                .post(path, body, "Idempotency-Key", UUID.randomUUID().toString());
        return answer.status() + " " + answer.json().path("detail");
    }

    private String number(String file) {
        return everything
                .sql("select number from case_file where id = cast(? as uuid)")
                .param(file)
                .query(String.class)
                .single();
    }

    @Test
    void sealsOnlyWhatIsClosedAndOnlyOnAnOrder() {
        String open = Reported.danger("封存童壬").path("caseId").asString();
        assertThat(seals("county", open, ORDER).status()).isEqualTo(409);
        assertThat(seals("county", open, ORDER).text())
                .contains("juvenile-case-open")
                .contains("请先结案");
        Someone head = cast.onPhone("county");
        head.open("/cases/" + open + "/sealing");
        assertThat(head.text()).contains("请先结案");
        head.shot("sealing-open");
        assertThat(seals("county", open, Map.of()).text())
                .contains("choose-one")
                .contains("juvenile-day");
        for (String other : List.of("supervisor", "station", "police", "director", "admin", "auditor")) {
            assertThat(seals(other, open, ORDER).status()).as(other).isIn(403, 404);
        }

        String file = closed("封存童癸");
        Someone phone = cast.onPhone("county");
        phone.open("/cases/" + file + "/sealing");
        phone.shot("sealing-form");
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            assertThat(Api.as("county")
                            .post("/api/v1/cases/" + file + "/sealing", ORDER, "Idempotency-Key", key)
                            .status())
                    .isEqualTo(204);
        }
        assertThat(journalled("juvenile.sealed", file)).containsExactly("crime");
        assertThat(seals("county", file, ORDER).status()).isEqualTo(404);
    }

    @Test
    void opensOnAGroundForAnHourToOneRoleAndTheAuditorSeesIt() {
        String child = "封存童庚";
        String file = sealed(child);
        String number = number(file);
        String other = number(Reported.danger("封存童丁").path("caseId").asString());
        for (String who : List.of("caseworker", "police", "court", "supervisor", "admin", "auditor")) {
            assertThat(opens(who, number).status()).as(who).isEqualTo(403);
        }
        Someone head = cast.onPhone("county");
        head.open("/juvenile");
        head.shot("juvenile");
        Someone desk = cast.atDesk("county");
        desk.open("/juvenile");
        desk.shot("juvenile");
        assertThat(asked(head, "450223-2026-99998"))
                .isEqualTo(asked(head, other))
                .contains("没有这个编号的封存记录");
        head.shot("juvenile-none");
        assertThat(Api.as("county").get("/api/v1/cases/" + file).status()).isEqualTo(404);
        asked(head, number);
        assertThat(head.path()).isEqualTo("/cases/" + file);
        assertThat(head.text()).contains(child).contains("这是封存的未成年人记录");
        head.shot("juvenile-opened");
        head.press("封存的依据和期限");
        assertThat(head.text()).contains("刑初封1号").contains("人民法院").contains("保存到");
        head.shot("juvenile-facts");

        readsAndNoMore(file, child, number);
        assertThat(journalled("juvenile.opened", file)).containsExactly("judicial");
        Someone auditor = cast.atDesk("auditor");
        auditor.open("/journal");
        assertThat(auditor.page().locator("section:has(#j)").innerText())
                .contains("岑远山")
                .contains("人民法院")
                .contains("司法机关为办案需要")
                .doesNotContain(number);
        auditor.shot("journal-unsealings");

        clock.advance(ArchivedCases.SEALED_LASTS);
        assertThat(Api.as("county").get("/api/v1/cases/" + file).status()).isEqualTo(404);
        assertThat(ids("county", "id", "case_file", RowService.RETENTION)).doesNotContain(file);
    }

    /** Asks on the page; gives what is written at the number. */
    private static String asked(Someone head, String number) {
        head.open("/juvenile");
        head.page().fill("#number", number);
        head.page().check("input[value=judicial]");
        head.page().selectOption("#organ", "court");
        head.page().fill("#reason", "（2026）桂0223刑初9号案，法官持调取函。");
        head.page().click("form[action$='/juvenile'] button");
        return head.page().locator(".field.is-bad").count() == 0
                ? ""
                : head.page().locator(".field.is-bad .sw-bad").innerText();
    }

    private void readsAndNoMore(String file, String child, String number) {
        for (String part : List.of("", "/records", "/people", "/timeline", "/process", "/files")) {
            assertThat(Visitor.of("county").get("/cases/" + file + part).status())
                    .as(part)
                    .isEqualTo(200);
        }
        assertThat(Visitor.of("county").get("/cases/" + file + "/print").status())
                .isEqualTo(404);
        for (String act : List.of("reopen", "new-harm")) {
            assertThat(Api.as("county")
                            .post("/api/v1/cases/" + file + "/" + act, Map.of("reason", "x"))
                            .status())
                    .isEqualTo(403);
        }
        Trace trace = new Trace(file, child, "director");
        assertThat(trace.inLists(List.of("county"))).isEmpty();
        assertThat(trace.byId(List.of("caseworker", "station", "supervisor"))).isEmpty();
        assertThat(opens("county", number).status()).isEqualTo(201);
    }

    /** Its term runs on, and two people end it, each with the record open. */
    @Test
    void isErasedByTwoWhoHaveBothOpenedIt() {
        String file = sealed("封存童戊");
        String number = number(file);
        UUID post = UUID.randomUUID();
        everything.sql("""
                        insert into post (id, officer_id, role, agency_id, division, place, rank, valid_from)
                        select ?, (select id from officer where username = 'civil'), role, agency_id, post.division, place,
                               9, post.valid_from
                        from post join officer on officer.id = officer_id where username = 'county' limit 1""").param(post).update();
        try {
            clock.advance(Duration.ofDays(3 * 366 + 1));
            Map<String, String> why = Map.of("reason", "保存期满。");
            String path = "/api/v1/retention/" + file + "/erasures";
            assertThat(Api.as("county").create(path, why).status()).isEqualTo(404);
            assertThat(opens("county", number).status()).isEqualTo(201);
            Api.Answer proposed = Api.as("county").create(path, why);
            assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
            String approve = path + "/" + proposed.json().path("id").asString() + "/approve";
            assertThat(Api.as("county").post(approve, Map.of()).text()).contains("four-eyes");
            assertThat(Api.as("civil").post(approve, Map.of()).status()).isEqualTo(404);
            assertThat(opens("civil", number).status()).isEqualTo(201);
            assertThat(Api.as("civil").post(approve, Map.of()).status()).isEqualTo(200);
        } finally {
            everything.sql("delete from post where id = ?").param(post).update();
        }
        assertThat(everything
                        .sql("select count(*) from form_record where subject_id = cast(? as uuid)")
                        .param(file)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(everything
                        .sql("select sealed_class from case_file where id = cast(? as uuid)")
                        .param(file)
                        .query(String.class)
                        .single())
                .isEqualTo("sealed");
    }

    private List<String> journalled(String act, String file) {
        return everything
                .sql("select details ->> 'ground' from journal_entry where act = ? and subject_id = cast(? as uuid)")
                .params(act, file)
                .query(String.class)
                .list();
    }

    /** Whatever a process, a task or a service opens: without any filter of ours, as the application's own login. */
    @Test
    void isShutInTheDatabaseToo() {
        String file = sealed("封存童己");
        Set<String> matter = new HashSet<>(everything
                .sql("select cast(id as text) from report where case_id = cast(? as uuid)")
                .param(file)
                .query(String.class)
                .list());
        matter.add(file);
        for (String who : List.of("county", "caseworker", "station", "director")) {
            for (RowService service : RowService.values()) {
                assertThat(seen(who, service, matter))
                        .as(who + " as " + service)
                        .isEmpty();
            }
        }
        assertThat(ids("county", "case_id", "juvenile_seal", RowService.JUVENILE))
                .contains(file);
        assertThat(ids("director", "id", "report", RowService.TRACKING)).containsAnyElementsOf(matter);
    }

    private List<String> seen(String who, RowService service, Set<String> matter) {
        return as(
                who,
                () -> identity.as(service, () -> {
                    identity.open(matter.stream().map(UUID::fromString).toList());
                    List<String> seen = new ArrayList<>();
                    Map.ofEntries(
                                    Map.entry("case_file", "id"),
                                    Map.entry("report", "id"),
                                    Map.entry("work_subject", "id"),
                                    Map.entry("case_person", "case_id"),
                                    Map.entry("inbox_task", "subject_id"),
                                    Map.entry("clock", "subject_id"),
                                    Map.entry("attachment", "subject_id"),
                                    Map.entry("retention", "subject_id"),
                                    Map.entry("form_record", "subject_id"),
                                    Map.entry("decision_made", "subject_id"),
                                    Map.entry("assessment", "case_id"),
                                    Map.entry("support_plan", "case_id"),
                                    Map.entry("case_stage", "case_id"),
                                    Map.entry("case_grade", "case_id"),
                                    Map.entry("juvenile_seal", "case_id"))
                            .forEach((table, column) -> {
                                boolean told = service == RowService.TRACKING && table.equals("report")
                                        || service == RowService.JUVENILE && table.equals("juvenile_seal");
                                if (!told && ids(column, table).stream().anyMatch(matter::contains)) {
                                    seen.add(table);
                                }
                            });
                    return seen;
                }));
    }

    private Set<String> ids(String who, String column, String table, RowService service) {
        return as(who, () -> identity.as(service, () -> ids(column, table)));
    }

    private Set<String> ids(String column, String table) {
        return app
                .sql("select cast(" + column + " as text) from " + table + " where " + column + " is not null")
                .query(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    private <T> T as(String username, Supplier<T> work) {
        Jwt token = Jwt.withTokenValue("test")
                .header("alg", "none")
                .subject(username)
                .build();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new JwtAuthenticationToken(token, List.of(), username)));
        try {
            return transaction.execute(status -> work.get());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private List<String> tablesWith(String text) {
        return everything
                .sql("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                .query(String.class)
                .stream()
                .filter(table -> everything
                        .sql("select exists (select from " + table + " dumped where strpos(dumped::text, ?) > 0)")
                        .param(text)
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
