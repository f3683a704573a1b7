package org.shouwang.person.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.person.FactSource;
import org.shouwang.person.Guardian;
import org.shouwang.person.Household;
import org.shouwang.person.PersonFile;
import org.shouwang.person.PersonFile.Origin;
import org.shouwang.person.PersonPart;
import org.shouwang.person.PersonView;
import org.shouwang.person.web.PersonFinder.Hit;
import org.shouwang.person.web.PersonPages.Fact;
import org.shouwang.person.web.PersonPages.Part;
import org.shouwang.person.web.PersonPages.PersonPage;
import org.shouwang.web.Refusal;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The pages as a browser gets them, from the real templates and bundles. */
class PersonControllerTests {

    private final PersonFinder finder = mock(PersonFinder.class);
    private final PersonPages pages = mock(PersonPages.class);
    private MockMvc mvc = mock(MockMvc.class);

    @BeforeEach
    void serve() {
        mvc = MockMvcBuilders.standaloneSetup(new PersonController(finder, pages))
                .setViewResolvers(views())
                .build();
    }

    @Test
    void offersWhomItFoundToPick() throws Exception {
        PersonView child = person("韦小禾", 9);
        found(new Hit(child, "竹岭村"), new Hit(person("<script>", null), "竹岭村"));
        String page = ask(post("/persons/search").param("q", "韦").param("field", "child"));
        assertThat(page)
                .contains("type=\"radio\" name=\"child\" value=\"" + child.id() + "\"")
                .contains("韦小禾", "9 岁", "年龄不详", "竹岭村", "&lt;script&gt;")
                .doesNotContain("<script>", "??");
    }

    @Test
    void saysWhatToTryWhenNobodyWasFound() throws Exception {
        found();
        assertThat(ask(post("/persons/search").param("q", "张")))
                .contains("没有找到")
                .doesNotContain("??");
        assertThat(ask(post("/persons/search"))).contains("找哪个孩子").doesNotContain("??");
    }

    @Test
    void takesAnIdNumberInTheBodyOnly() throws Exception {
        found(new Hit(person("韦小禾", 9), "竹岭村"));
        assertThat(ask(post("/persons/search").param("q", "11010519491231002X")))
                .contains("韦小禾");
        assertThat(mvc.perform(get("/persons/search").param("q", "11010519491231002X"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void refusesAFieldNameThatIsNone() {
        assertThatThrownBy(() -> mvc.perform(post("/persons/search").param("field", "a\" onclick=\"b")))
                .hasRootCauseInstanceOf(Refusal.class);
    }

    @Test
    void showsAPersonWithSourcesFamilyAndAMaskedNumberInBothLanguages() throws Exception {
        PersonView child = person("韦小禾", 9);
        Guardian father =
                new Guardian(person("韦大山", 36), "51", "legal", "home", "0772-0000201", LocalDate.of(2017, 5, 20));
        PersonFile file = new PersonFile(
                child,
                "4502************05",
                null,
                null,
                Map.of("name", new Origin(FactSource.HOUSEHOLD_BOOK, Instant.EPOCH)),
                List.of("id-number-birth-differs"));
        when(pages.open(any(), any()))
                .thenReturn(new PersonPage(
                        file,
                        "竹岭村",
                        List.of(
                                new Fact("name", "韦小禾", false, "household-book", LocalDate.of(2026, 3, 10)),
                                new Fact("idNumber", "4502************05", false, "demo", LocalDate.of(2026, 3, 10))),
                        new Household(
                                UUID.randomUUID(), "450223102901", "竹岭村三组", false, List.of(child, father.person())),
                        false,
                        false,
                        List.of(),
                        List.of(father),
                        List.of(person("韦小川", 6)),
                        List.of(new Part(
                                "records",
                                List.of(new PersonPart.Line(
                                        "2026-03-12 周四 10:32", "走访记录", "450223-2026-00047", "/cases/1/records/2")),
                                null))));
        String page = ask(get("/persons/" + child.id()));
        assertThat(page)
                .contains("4502************05", "见户口簿，2026-03-10 登记", "韦大山", "父亲", "法定监护人", "tel:0772-0000201")
                .contains("竹岭村三组", "韦小川", "请核对")
                .contains("走访记录", "450223-2026-00047", "href=\"/cases/1/records/2\"")
                .doesNotContain("??");
        assertThat(ask(get("/persons/" + child.id()), Locale.ENGLISH))
                .contains("legal guardian", "Brothers and sisters")
                .doesNotContain("??");
    }

    private void found(Hit... hits) {
        when(finder.find(any(), any(), anyBoolean(), anyInt())).thenReturn(List.of(hits));
    }

    private String ask(MockHttpServletRequestBuilder request) throws Exception {
        return ask(request, Locale.CHINA);
    }

    private String ask(MockHttpServletRequestBuilder request, Locale locale) throws Exception {
        return mvc.perform(request.locale(locale)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static PersonView person(String name, @Nullable Integer age) {
        return new PersonView(UUID.randomUUID(), name, "2", null, false, age, false, "450223102901", null, "open", 1);
    }

    private static ThymeleafViewResolver views() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/person", "messages/web");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setMessageSource(messages);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }
}
