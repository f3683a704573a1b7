package org.shouwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The floor is Android 8 with Chromium 80, in an app's web view too: nothing newer than that decides how a page works. */
class PhoneFloorTests {

    private static final Path STATIC = Path.of("src/main/resources/static");

    /** What a browser of early 2020 does not parse or does not have; the number is the Chromium that brought it. */
    private static final List<String> NEWER_SCRIPT = List.of(
            "\\?\\?=|\\|\\|=|&&=", // 85
            "\\.replaceAll\\(", // 85
            "\\bPromise\\.any\\(", // 85
            "\\.at\\(", // 92
            "\\bcrypto\\.randomUUID\\b", // 92
            "\\bObject\\.hasOwn\\b", // 93
            "\\bstatic\\s*\\{", // 94
            "\\.findLast(Index)?\\(", // 97
            "\\bstructuredClone\\b", // 98
            "\\.replaceChildren\\(", // 86
            "\\bAbortSignal\\.(timeout|any)\\b", // 103
            "\\.to(Sorted|Reversed|Spliced)\\(", // 110
            "\\bserviceWorker\\b|\\bnavigator\\.(share|storage|locks)\\b" // not in every web view
            );

    private static final List<String> NEWER_STYLE = List.of(
            "[\\s;{]inset(-\\w+)*\\s*:", // 87
            "[\\s;{](margin|padding)-(inline|block)\\s*:", // 87
            "[\\s;{]aspect-ratio\\s*:", // 88
            "[\\s;{]accent-color\\s*:", // 93
            ":\\s*revert\\b", // 84
            ":(is|where)\\(", // 88
            "@(layer|container|property|scope)\\b", // 99, 105, 85, 118
            "color-mix\\(", // 111
            "\\d[dsl]v[hw]\\b" // 108
            );

    /** May stand alone, for looks; in a list it would take the other selectors down with it. */
    private static final Pattern ALONE = Pattern.compile("[^{}]*(?::has\\(|:focus-visible)[^{}]*\\{");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);

    @Test
    void runsOnScriptsOfItsTime() throws IOException {
        assertThat(found(".js", NEWER_SCRIPT)).isEmpty();
    }

    @Test
    void isLaidOutByStylesOfItsTime() throws IOException {
        assertThat(found(".css", NEWER_STYLE)).isEmpty();
    }

    @Test
    void losesNoRuleToASelectorItDoesNotKnow() throws IOException {
        for (Path file : files(".css")) {
            Matcher rule = ALONE.matcher(source(file));
            while (rule.find()) {
                assertThat(rule.group().replaceAll("\\([^)]*\\)", ""))
                        .as(file.toString())
                        .doesNotContain(",");
            }
        }
    }

    private static List<String> found(String kind, List<String> newer) throws IOException {
        return files(kind).stream()
                .flatMap(file -> newer.stream()
                        .filter(feature ->
                                Pattern.compile(feature).matcher(source(file)).find())
                        .map(feature -> file.getFileName() + ": " + feature))
                .toList();
    }

    private static List<Path> files(String kind) throws IOException {
        try (Stream<Path> all = Files.walk(STATIC)) {
            return all.filter(file -> file.toString().endsWith(kind)).toList();
        }
    }

    private static String source(Path file) {
        try {
            return COMMENT.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
