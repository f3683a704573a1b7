package org.shouwang.adversary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.Filter;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Somebody with every right to a township's files who reads through them: stopped, written down, and told. */
@ShouwangTest
class MassReadingIT {

    private static final String NAME = "翻档员";

    private final JdbcClient database = TestParts.everything();
    private final MockMvc mvc;
    private final int most;
    private final String username = "reader-" + UUID.randomUUID();

    private UUID officer;

    @Autowired
    MassReadingIT(WebApplicationContext context, @Value("${shouwang.limits.reading-an-hour}") int most) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(context.getBean("springSecurityFilterChain", Filter.class))
                .build();
        this.most = most;
    }

    @BeforeEach
    void enrol() {
        officer = UUID.randomUUID();
        database.sql("insert into officer (id, username, name) values (?, ?, ?)")
                .params(officer, username, NAME)
                .update();
        database.sql("""
                        insert into post (id, officer_id, role, agency_id, division, rank, valid_from)
                        select gen_random_uuid(), ?, 'station-worker', id, division, 0, date '2025-01-01'
                        from agency where key = 'zhongdu-station'""").param(officer).update();
    }

    @AfterEach
    void leave() {
        database.sql("update officer set active = false where id = ?")
                .param(officer)
                .update();
        database.sql("delete from reading where officer_id = ?").param(officer).update();
    }

    @Test
    void isStoppedWrittenDownAndTold() throws Exception {
        Scene scene = Ground.lay().get(0);
        int told = notices("auditor");
        assertThat(open(scene.caseId()).getStatus()).isEqualTo(200);
        readAlmostAll();
        assertThat(open(scene.person()).getStatus()).as("the last one").isNotEqualTo(429);
        MockHttpServletResponse refused = open(scene.report());
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(sentence(refused)).contains("一小时内打开的档案已达上限").doesNotContain(scene.child());
        assertThat(refused.getHeader("Retry-After")).isNotNull();
        assertThat(open(scene.caseId()).getStatus())
                .as("what was open stays open")
                .isEqualTo(200);
        open(UUID.randomUUID());
        open(UUID.randomUUID());
        assertThat(database.sql("select count(*) from journal_entry where act = 'reading.limit' and officer_id = ?")
                        .param(officer)
                        .query(Integer.class)
                        .single())
                .as("told once an hour")
                .isEqualTo(1);
        assertThat(notices("auditor")).isEqualTo(told + 1);
        assertThat(notices("county")).isPositive();
        assertThat(Visitor.of("auditor").get("/journal").text()).contains(NAME, "中渡镇未成年人保护工作站");
    }

    @Test
    void guessingCountsAsReading() throws Exception {
        readAlmostAll();
        open(UUID.randomUUID());
        open(UUID.randomUUID());
        assertThat(open(UUID.randomUUID()).getStatus()).isEqualTo(429);
    }

    @Test
    void mayGoOnAnHourLater() throws Exception {
        readAlmostAll();
        database.sql("update reading set at = at - interval '61 minutes' where officer_id = ?")
                .param(officer)
                .update();
        open(UUID.randomUUID());
        assertThat(open(UUID.randomUUID()).getStatus()).isEqualTo(404);
    }

    @Test
    void searchesAreHeldToAPace() throws Exception {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 200 && !answers.contains(429); i++) {
            answers.add(answer(post("/api/v1/persons/search")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"q\":\"没有这个人\"}"))
                    .getStatus());
        }
        assertThat(answers).hasSizeGreaterThan(50).contains(200, 429);
    }

    /** As if these had been opened one after the other; one is left. */
    private void readAlmostAll() {
        database.sql("insert into reading (officer_id, subject_id, at)"
                        + " select ?, gen_random_uuid(), now() from generate_series(1, ?)")
                .params(officer, most - 2)
                .update();
    }

    private int notices(String who) {
        return database.sql("select count(*) from notice join officer on officer.id = officer_id"
                        + " where username = ? and code = 'mass-reading'")
                .param(who)
                .query(Integer.class)
                .single();
    }

    /** A case, a person or a report, by whichever door has it. */
    private MockHttpServletResponse open(UUID id) throws Exception {
        MockHttpServletResponse answer = answer(get("/api/v1/cases/" + id));
        for (String door : List.of("/api/v1/persons/", "/api/v1/reports/")) {
            answer = answer.getStatus() == 404 ? answer(get(door + id)) : answer;
        }
        return answer;
    }

    private static String sentence(MockHttpServletResponse answer) throws UnsupportedEncodingException {
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        Jwt token = Jwt.withTokenValue("of the test")
                .header("alg", "none")
                .claim("preferred_username", username)
                .issuedAt(Instant.EPOCH)
                .build();
        request.requestAttr(
                RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME,
                new SecurityContextImpl(new JwtAuthenticationToken(token, List.of(), username)));
        return mvc.perform(request).andReturn().getResponse();
    }
}
