package org.shouwang.faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever page takes typed text, the text comes back when the login runs out before it is sent. */
@ShouwangTest
class ExpiredFormsIT {

    private static final String TEXT = "打了一半的“理由”<b>";

    /** Shown again in the form they were typed in: {@link ExpiredLoginIT}. */
    private static final Set<String> IN_THEIR_OWN_FORM = Set.of("/report", "/tasks/{id}/complete");

    /** Sent by a script beside a page that keeps its text. */
    private static final Set<String> BESIDE_A_PAGE = Set.of("/tasks/{id}/draft", "/persons/search");

    /** Needs no login, so none can run out. */
    private static final String OPEN = "/track";

    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>.*?</form>", Pattern.DOTALL);

    private final RequestMappingHandlerMapping handlers;
    private final Page page = Browser.anonymous(Browser.DESK);

    @Autowired
    ExpiredFormsIT(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        this.handlers = handlers;
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void bringTheTextBackWhereverItWasSentTo() {
        Map<String, List<String>> forms = forms();
        assertThat(forms.keySet()).containsAll(IN_THEIR_OWN_FORM).containsAll(BESIDE_A_PAGE);
        forms.keySet().removeAll(IN_THEIR_OWN_FORM);
        forms.keySet().removeAll(BESIDE_A_PAGE);
        forms.remove(OPEN);
        assertThat(forms.keySet()).contains("/cases/{id}/new-harm", "/cases/search");
        forms.forEach((path, fields) -> {
            page.navigate(Browser.at("/cases"));
            logInWhereAsked();
            type(path.replace("{id}", UUID.randomUUID().toString()), fields);
            page.context().clearCookies();
            page.evaluate("document.getElementById('typed').submit()");
            page.waitForSelector("#username");
            logInWhereAsked();
            page.waitForURL("**/sent-again*");
            assertThat(page.locator("[data-sent-again] textarea").first()).hasValue(TEXT);
            assertThat(page.locator("[data-sent-again]")).hasAttribute("action", Pattern.compile(".*" + last(path)));
        });
    }

    @Test
    void areSentAgainAndDoWhatTheyShould() {
        page.navigate(Browser.at("/cases"));
        logInWhereAsked();
        page.fill(".sw-filter [name=q]", "寻不见的名字");
        page.context().clearCookies();
        page.press(".sw-filter [name=q]", "Enter");
        page.waitForSelector("#username");
        logInWhereAsked();
        page.waitForURL("**/sent-again*");
        assertThat(page.locator("[data-sent-again] textarea")).hasValue("寻不见的名字");
        page.click("[data-sent-again] button");
        page.waitForURL("**/cases?**");
        assertThat(page.locator(".sw-filter [name=q]")).hasValue("寻不见的名字");
        page.navigate(Browser.at("/sent-again"));
        page.waitForURL("**/inbox*");
    }

    @Test
    void askWithACodeHoweverOldThePageIs() {
        page.navigate(Browser.at("/track"));
        page.fill("#code", "AAAA-BBBB");
        page.context().clearCookies();
        page.click("main button[type=submit]");
        assertThat(page.locator("#code-e")).isVisible();
    }

    @Test
    void sayWhoTypesInThem() throws IOException {
        List<String> silent = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher forms = FORM.matcher(Files.readString(file));
                while (forms.find()) {
                    String form = forms.group();
                    boolean typed = form.contains("method=\"post\"")
                            && Stream.of("<textarea", "type=\"text\"", "type=\"search\"")
                                    .anyMatch(form::contains);
                    if (typed && !form.contains("name=\"_by\"") && !form.contains("@{" + OPEN + "}")) {
                        silent.add(file.toString());
                    }
                }
            }
        }
        // The page that shows it again repeats the field with the rest.
        assertThat(silent).containsExactly("src/main/resources/templates/web/sent-again.html");
    }

    /** Paths of pages that take typed text by POST, with the names of the fields. */
    private Map<String, List<String>> forms() {
        Map<String, List<String>> forms = new TreeMap<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            List<String> fields = fields(handler);
            if (isPage(mapping, handler) && !fields.isEmpty()) {
                new TreeSet<>(mapping.getPatternValues()).forEach(path -> forms.put(path, fields));
            }
        });
        return forms;
    }

    private static boolean isPage(RequestMappingInfo mapping, HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("org.shouwang")
                && mapping.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.POST))
                && mapping.getConsumesCondition().isEmpty()
                && mapping.getPatternValues().stream().noneMatch(path -> path.startsWith("/api/"));
    }

    private static List<String> fields(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .filter(parameter -> parameter.getParameterType() == String.class
                        || MultiValueMap.class.isAssignableFrom(parameter.getParameterType()))
                .map(ExpiredFormsIT::name)
                .toList();
    }

    private static String name(MethodParameter parameter) {
        return String.valueOf(parameter.getParameter().getName());
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/'));
    }

    private void type(String path, List<String> fields) {
        page.evaluate("""
                ([action, fields, text]) => {
                  const form = document.createElement('form');
                  form.id = 'typed';
                  form.method = 'post';
                  form.action = action;
                  const by = document.querySelector('.sw-filter [name=_by]').value;
                  for (const [name, value] of [...fields.map(each => [each, text]), ['_by', by]]) {
                    const field = document.createElement('textarea');
                    field.name = name;
                    field.value = value;
                    form.append(field);
                  }
                  document.body.append(form);
                }""", List.of(path, fields, TEXT));
    }

    private void logInWhereAsked() {
        if (page.locator("#username").count() > 0) {
            page.fill("#username", "county");
            page.fill("#password", Tokens.PASSWORD);
            page.click("#kc-login");
        }
    }
}
