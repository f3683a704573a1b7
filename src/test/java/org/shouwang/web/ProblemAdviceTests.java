package org.shouwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

class ProblemAdviceTests {

    record Sent(UUID id) {}

    @RestController
    static class Failing {

        private Supplier<RuntimeException> next = IllegalStateException::new;

        @GetMapping({"/api/v1/thing", "/thing"})
        String fail() {
            throw next.get();
        }

        @GetMapping("/api/v1/things/{id}")
        UUID byId(@PathVariable UUID id) {
            return id;
        }

        @PostMapping("/api/v1/thing")
        Sent take(@RequestBody Sent sent) {
            return sent;
        }
    }

    private final Failing failing = new Failing();
    private final AcceptHeaderLocaleResolver locales = new AcceptHeaderLocaleResolver();
    private final Problems problems = new Problems(bundles());
    private final MockMvc mvc;

    ProblemAdviceTests() {
        locales.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        mvc = MockMvcBuilders.standaloneSetup(failing)
                .setControllerAdvice(new ProblemAdvice(new FailureAnswer(
                        problems, locales, new StaticListableBeanFactory().getBeanProvider(Why.Source.class))))
                .setLocaleResolver(locales)
                .build();
    }

    @Test
    void saysEachFieldInTheCallersLanguage() throws Exception {
        failing.next = () -> Refusal.invalid(List.of(FieldProblem.at("needs[0].who", "constraint")));
        mvc.perform(get("/api/v1/thing"))
                .andExpect(status().is(422))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("invalid"))
                .andExpect(jsonPath("$.status").value(422))
                .andExpect(jsonPath("$.title").value("有几处要改"))
                .andExpect(jsonPath("$.errors[0].path").value("needs[0].who"))
                .andExpect(jsonPath("$.errors[0].code").value("constraint"))
                .andExpect(jsonPath("$.errors[0].message").value("填写的内容不符合要求。"));
        mvc.perform(get("/api/v1/thing").header("Accept-Language", "en"))
                .andExpect(jsonPath("$.errors[0].message").value("This value does not meet the requirements."));
    }

    @Test
    void namesTheRuleThatForbids() throws Exception {
        failing.next = () -> Refusal.forbidden("case.close");
        mvc.perform(get("/api/v1/thing"))
                .andExpect(status().is(403))
                .andExpect(jsonPath("$.rule").value("case.close"));
        mvc.perform(get("/thing"))
                .andExpect(status().is(403))
                .andExpect(view().name("error/403"))
                .andExpect(model().attribute("rule", "case.close"));
    }

    @Test
    void answersTheFrameworksOwnRefusalsInTheSameShape() throws Exception {
        mvc.perform(post("/api/v1/thing")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{"))
                .andExpect(status().is(400))
                .andExpect(jsonPath("$.code").value("unreadable"));
        mvc.perform(post("/api/v1/thing").contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().is(415))
                .andExpect(jsonPath("$.code").value("unsupported-media-type"));
        mvc.perform(post("/api/v1/things/1"))
                .andExpect(status().is(405))
                .andExpect(header().string("Allow", "GET"))
                .andExpect(jsonPath("$.code").value("method-not-allowed"));
        mvc.perform(get("/api/v1/things/not-an-id"))
                .andExpect(status().is(400))
                .andExpect(jsonPath("$.code").value("malformed"));
        mvc.perform(get("/api/v1/nothing"))
                .andExpect(status().is(404))
                .andExpect(jsonPath("$.code").value("not-found"));
    }

    @Test
    void knowsADatabaseThatIsAwayHoweverWrapped() throws Exception {
        failing.next = () -> new IllegalStateException(new SQLException("terminating connection", "57P01"));
        mvc.perform(get("/api/v1/thing"))
                .andExpect(status().is(503))
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.code").value("unavailable"));
        failing.next = () -> {
            TransactionSystemException rollback =
                    new TransactionSystemException("rollback", new SQLException("Connection is closed"));
            rollback.initApplicationException(new IllegalStateException(new SQLException("terminating", "57P01")));
            return rollback;
        };
        mvc.perform(get("/api/v1/thing")).andExpect(status().is(503));
        failing.next = () -> new UncategorizedSQLException("query", "select", new SQLException("Connection is closed"));
        mvc.perform(get("/api/v1/thing")).andExpect(status().is(503));
        failing.next = () -> new IllegalStateException(new SQLException("no such column", "42703"));
        mvc.perform(get("/api/v1/thing")).andExpect(status().is(500));
    }

    @Test
    void tellsALostRaceABrokenDatabaseAndAnOversizeFileApart() throws Exception {
        failing.next = () -> new OptimisticLockingFailureException("row of 张三");
        mvc.perform(get("/api/v1/thing"))
                .andExpect(status().is(409))
                .andExpect(jsonPath("$.code").value("conflict"));
        failing.next = () -> new DataAccessResourceFailureException("db.internal:5432");
        mvc.perform(get("/api/v1/thing"))
                .andExpect(status().is(503))
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(content().string(not(containsString("5432"))));
        failing.next = () -> new MaxUploadSizeExceededException(1);
        mvc.perform(get("/api/v1/thing"))
                .andExpect(status().is(413))
                .andExpect(jsonPath("$.code").value("too-large"));
        failing.next = Refusal::tooMany;
        mvc.perform(get("/api/v1/thing")).andExpect(status().is(429)).andExpect(header().exists("Retry-After"));
        failing.next = () -> new AccessDeniedException("no");
        mvc.perform(get("/api/v1/thing")).andExpect(status().is(403));
    }

    @Test
    void keepsTheDetailsOfABugToItself() throws Exception {
        failing.next = () -> new IllegalStateException("张三 450223201901010018");
        mvc.perform(get("/api/v1/thing"))
                .andExpect(status().is(500))
                .andExpect(jsonPath("$.trace").isNotEmpty())
                .andExpect(content().string(not(containsString("450223"))));
        mvc.perform(get("/thing"))
                .andExpect(status().is(500))
                .andExpect(view().name("error/5xx"))
                .andExpect(model().attributeExists("trace"));
    }

    @Test
    void answersTheFilterChainsDenialsAsProblems() throws Exception {
        ApiDenial denial = new ApiDenial(problems, locales, new JsonMapper());
        MockHttpServletResponse response = new MockHttpServletResponse();
        denial.commence(new MockHttpServletRequest(), response, new BadCredentialsException("signature"));
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("\"code\":\"unauthenticated\"", "\"errors\":[]")
                .doesNotContain("signature");
    }

    private static ResourceBundleMessageSource bundles() {
        ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
        bundles.setBasename("messages/web");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        return bundles;
    }
}
