package org.shouwang.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.shouwang.web.ClockBadge;
import org.shouwang.web.Crumb;
import org.shouwang.web.NavItem;
import org.shouwang.web.Shell;
import org.shouwang.workflow.catalogue.Codes;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.util.MultiValueMap;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Renders whole pages without a server; target/pages holds what was rendered, to be looked at. */
class FormPageTests {

    private static final Shell SHELL = new Shell(
            "鹿寨县",
            "韦静仪",
            "工作人员",
            "中渡镇未保站",
            3,
            List.of(
                    new NavItem("inbox", "/inbox", "inbox", 9),
                    NavItem.to("report", "/report", "report"),
                    NavItem.to("cases", "/cases", "file"),
                    NavItem.to("board", "/board", "board")),
            List.of(NavItem.to("persons", "/persons", "person")));

    private final Form form = Samples.form();
    private final SpringTemplateEngine engine = engine();
    private String scene = "";

    @BeforeEach
    void name(TestInfo info) {
        scene = info.getTestMethod().orElseThrow().getName() + "-";
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCheckExistence(true);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(Samples.messages());
        engine.setMessageSource(Samples.messages());
        engine.setEnableSpringELCompiler(false);
        return engine;
    }

    private String render(String template, Locale locale, Map<String, Object> model) throws IOException {
        MockServletContext servlet = new MockServletContext();
        MockHttpServletRequest request = new MockHttpServletRequest(servlet, "GET", "/");
        var exchange = JakartaServletWebApplication.buildApplication(servlet)
                .buildExchange(request, new MockHttpServletResponse());
        String page = engine.process(template, new WebContext(exchange, locale, model));
        Path target = Path.of("target", "pages", scene + template.replace('/', '-') + ".html");
        Files.createDirectories(target.getParent());
        Files.writeString(target, page);
        return page;
    }

    private Filling filled(MultiValueMap<String, String> typed, Locale locale) {
        ObjectNode known = JsonMapper.shared().createObjectNode().put("situation", "04");
        FormInput input = FormInput.of(form, typed, known);
        return Filling.of(input.data())
                .with(FormCheck.check(form, input.data(), locale))
                .withFacts(Map.of("situation", new Fact("报告登记", "2026-03-10")))
                .with(new Links("/tasks/1/draft", "/attachments", "/persons/search"));
    }

    private String page(Filling filling, Locale locale) throws IOException {
        FormView view = new FormViews(Samples.messages()).show(form, filling, locale);
        return render(
                filling.paged() ? "pages-paged" : "pages-task",
                locale,
                Map.of(
                        "shell",
                        SHELL,
                        "form",
                        view,
                        "crumbs",
                        List.of(new Crumb("待办", "/inbox"), Crumb.here("调查评估")),
                        "clock",
                        new ClockBadge("还剩 1 天", "default", false, true, false, "2026-03-13 周五 24:00")));
    }

    @Test
    void showsAFormWithItsProblemsAtTheFieldAndOnTop() throws IOException {
        MultiValueMap<String, String> typed = Samples.complete();
        typed.set("contact", "unsure");
        typed.set("next", "2026-02-30");
        typed.set("needs[0].what", "");

        String page = page(filled(typed, Locale.SIMPLIFIED_CHINESE), Locale.SIMPLIFIED_CHINESE);

        assertThat(page)
                .contains("还有 3 处要补充，才能提交", "href=\"#f-contactHow\"", "id=\"f-contactHow\"")
                .contains("href=\"#f-needs-0-what\"", "id=\"f-needs-0-what\"")
                .contains(
                        "aria-describedby=\"f-next-e\"",
                        "aria-invalid=\"true\"",
                        "type=\"text\" aria-describedby=\"f-next-e\"",
                        "value=\"2026-02-30\"")
                .contains("来自报告登记", "身体多处损伤，疑似家庭暴力", "不用再填")
                .contains("name=\"needs[__].what\"", "value=\"needs[0]\"")
                .contains("data-show-when=\"{&quot;needs[0].byWhom&quot;:[&quot;other&quot;]}\"")
                .contains("提交评估，提请会商", "待补充")
                .contains("value=\"2026-03-12T09:30\"");
        assertStrict(page);
    }

    @Test
    void showsEveryFormOfTheCounty() throws IOException {
        List<Fault> faults = new ArrayList<>();
        ProcessFiles files = ProcessFiles.read(Path.of("processes"));
        Forms forms = Forms.read(files, Codes.read(files, faults), faults);
        assertThat(faults).isEmpty();

        for (Form each : forms.all()) {
            FormView view = new FormViews(Samples.messages()).show(each, Filling.empty(), Locale.SIMPLIFIED_CHINESE);
            scene = each.key() + "-";
            assertStrict(render("pages-form", Locale.SIMPLIFIED_CHINESE, Map.of("shell", SHELL, "form", view)));
        }
    }

    @Test
    void isEmptyAndWholeForWhoeverStarts() throws IOException {
        String page = page(Filling.empty().inPages(), Locale.SIMPLIFIED_CHINESE);

        assertThat(page).contains("data-paged=\"true\"", "data-review").doesNotContain("sw-errors");
        assertStrict(page);
    }

    @Test
    void speaksEnglish() throws IOException {
        String page = page(filled(Samples.typed(), Locale.ENGLISH), Locale.ENGLISH);

        assertThat(page).contains("lang=\"en\"", "Not filled in yet: How do you know", "(optional)", "County default");
        assertThat(page).doesNotContain("??");
    }

    @Test
    void saysWhatIsTypedAndRunsNothing() throws IOException {
        MultiValueMap<String, String> typed = Samples.complete();
        typed.set("how", "</textarea><script>alert(1)</script>");
        typed.set("carer", "\"><img src=x onerror=alert(1)>");

        String page = page(filled(typed, Locale.SIMPLIFIED_CHINESE), Locale.SIMPLIFIED_CHINESE);

        assertThat(page).doesNotContain("<script>alert", "<img").contains("&lt;script&gt;alert(1)");
        assertStrict(page);
    }

    @Test
    void refusalsShowWithAndWithoutLogin() throws IOException {
        for (String template : List.of(
                "error/403",
                "error/404",
                "error/503",
                "error/5xx",
                "error",
                "web/logged-out",
                "web/login-failed",
                "web/login-starting")) {
            assertStrict(render(template, Locale.SIMPLIFIED_CHINESE, Map.of("status", 409)));
            String page = render(
                    template,
                    Locale.SIMPLIFIED_CHINESE,
                    Map.of("status", 409, "shell", SHELL, "rule", "case.read", "path", "/x"));
            assertStrict(page);
        }
        assertThat(render("error/403", Locale.SIMPLIFIED_CHINESE, Map.of("rule", "case.close")))
                .contains("case.close", "拨打 110");
        assertThat(render("error", Locale.SIMPLIFIED_CHINESE, Map.of("status", 409)))
                .contains("别人刚刚改过");
    }

    @Test
    void showsARecordAndWhatIsWithheld() throws IOException {
        ObjectNode data = FormInput.of(form, Samples.complete()).data();
        ObjectNode sealed = Objects.requireNonNull(SealedParts.take(form, data, false));
        assertThat(data.toString()).doesNotContain("父亲", "邻居", "外祖母");
        var withheld = SealedParts.restore(data, sealed, (field, dataClass) -> "narrative".equals(dataClass));
        StoredRecord stored = new StoredRecord(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                "sample",
                3,
                data,
                withheld,
                "450223102200",
                "open",
                UUID.randomUUID(),
                null,
                Instant.EPOCH);
        RecordView view = RecordViews.show(form, stored, Known.NOTHING, Samples.messages(), Locale.SIMPLIFIED_CHINESE);

        String page = render("pages-record", Locale.SIMPLIFIED_CHINESE, Map.of("shell", SHELL, "record", view));

        assertThat(page)
                .contains("邻居两户均称", "限定查阅", "睡不好、害怕回家", "2026-03-12 09:30", "有人晚上陪着", "家里有几个孩子")
                .doesNotContain("父亲张某某", "外祖母");
        assertStrict(page);
    }

    /** What the content security policy would refuse to run or paint. */
    private static void assertStrict(String page) {
        assertThat(page).doesNotContainPattern("<script(?![^>]*\\ssrc=)[^>]*>");
        assertThat(page).doesNotContainPattern("<style[\\s>]").doesNotContainPattern("\\sstyle=");
        assertThat(page).doesNotContainPattern("\\son[a-z]+=\"").doesNotContain("javascript:");
        assertThat(page).doesNotContain("th:").doesNotContain("??");
    }
}
