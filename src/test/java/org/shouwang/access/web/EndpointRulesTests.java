package org.shouwang.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.access.OpenToAll;
import org.shouwang.access.Requires;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** No way in without a rule: handlers, the acts they name, the county's matrix and the login-free paths agree. */
class EndpointRulesTests {

    /** An act where it is asked for: {@code access.may("…")}, an entry of the menu, an act handed on. */
    private static final Pattern ACT = Pattern.compile("\"((?:[a-z]+)\\.[a-z]+(?:-[a-z]+)*)\"");

    private static final Pattern ASKED =
            Pattern.compile("\\b(?:may|require|scope|judged)\\(\\s*(?:[a-z]+,\\s*)?" + ACT.pattern());

    @Test
    void namesAnActForEveryHandler() {
        assertThat(without(controllers())).isEmpty();
    }

    @Test
    void seesAHandlerWithoutAnAct() {
        assertThat(without(List.of(Careless.class))).containsExactly("Careless.wideOpen");
    }

    @Test
    void asksOnlyForActsOfTheMatrix() throws IOException {
        Set<String> asked = asked();
        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(granted()).containsAll(asked);
    }

    @Test
    void grantsNothingThatIsNeverAsked() throws IOException {
        Set<String> named = new TreeSet<>(asked());
        named.addAll(found(ACT));
        assertThat(named).containsAll(granted());
    }

    @Test
    void needsNoLoginExactlyWhereAHandlerSaysSo() {
        Set<String> open = new TreeSet<>();
        for (Method method : handlers(controllers())) {
            for (String path : paths(method)) {
                Set<String> lets = lets(path);
                assertThat(!lets.isEmpty()).as(path).isEqualTo(annotation(method, OpenToAll.class) != null);
                open.addAll(lets);
            }
        }
        assertThat(open).containsExactlyInAnyOrderElementsOf(openPatterns().toList());
    }

    private static Stream<String> openPatterns() {
        return Stream.of(SecurityConfiguration.OPEN_PAGES, SecurityConfiguration.OPEN_API)
                .flatMap(Arrays::stream);
    }

    /** The login-free patterns that let a request for {@code path} in. */
    private static Set<String> lets(String path) {
        PathContainer asked = PathContainer.parsePath(path.replaceAll("\\{[^}]*}", "x"));
        return openPatterns()
                .map(PathPatternParser.defaultInstance::parse)
                .filter(pattern -> pattern.matches(asked))
                .map(PathPattern::getPatternString)
                .collect(Collectors.toSet());
    }

    private static List<String> without(List<Class<?>> controllers) {
        return handlers(controllers).stream()
                .filter(method ->
                        annotation(method, Requires.class) == null && annotation(method, OpenToAll.class) == null)
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .toList();
    }

    private static Set<String> asked() throws IOException {
        Set<String> acts = found(ASKED);
        for (Method method : handlers(controllers())) {
            Requires requires = annotation(method, Requires.class);
            if (requires != null) {
                acts.add(requires.value());
            }
        }
        return acts;
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> acts = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    acts.add(matcher.group(1));
                }
            }
        }
        return acts;
    }

    private static Set<String> granted() {
        try (Stream<String> lines = Files.lines(Path.of("processes/access-matrix.csv"))) {
            return lines.skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", 3)[1])
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Class<?>> controllers() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        List<Class<?>> controllers = scan.findCandidateComponents("org.shouwang").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), EndpointRulesTests.class.getClassLoader()))
                .filter(type -> !ErrorController.class.isAssignableFrom(type))
                // Samples of tests are nested in them; controllers are top classes.
                .filter(type -> type.getEnclosingClass() == null)
                .toList();
        assertThat(controllers).hasSizeGreaterThan(10);
        return controllers;
    }

    private static List<Method> handlers(List<Class<?>> controllers) {
        return controllers.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .toList();
    }

    private static List<String> paths(Method method) {
        RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        RequestMapping all =
                AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), RequestMapping.class);
        List<String> paths = new ArrayList<>();
        for (String before : all == null ? new String[] {""} : all.path()) {
            for (String after : own == null || own.path().length == 0 ? new String[] {""} : own.path()) {
                paths.add(before + after);
            }
        }
        return paths;
    }

    private static <A extends Annotation> @Nullable A annotation(Method method, Class<A> type) {
        A found = AnnotatedElementUtils.findMergedAnnotation(method, type);
        return found != null ? found : AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), type);
    }

    @Controller
    static class Careless {

        @GetMapping("/careless")
        String wideOpen() {
            return "careless";
        }

        @GetMapping("/careful")
        @Requires("inbox.read")
        String ruled() {
            return "careful";
        }
    }
}
