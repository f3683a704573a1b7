package org.shouwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages about security promise a test for has one; what they lead to is there. */
class DocsTests {

    private static final Path DOCS = Path.of("src/docs");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:IT|Tests))`");
    private static final Pattern PICTURE = Pattern.compile("<img src=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+\\.md)\\)");

    @Test
    void nameOnlyTestsThatExist() throws IOException {
        Set<String> tests = tests();
        for (Path page : pages()) {
            assertThat(missing(Files.readString(page), tests))
                    .as(page.toString())
                    .isEmpty();
        }
        assertThat(missing("shown by `NothingIT`", tests)).containsExactly("NothingIT");
    }

    @Test
    void leadSomewhere() throws IOException {
        for (Path page : pages()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(link -> page.resolveSibling(link.group(1)))
                    .forEach(linked -> assertThat(linked).exists());
        }
    }

    @Test
    void showPicturesThatAreThere() throws IOException {
        List<MatchResult> pictures = PICTURE.matcher(Files.readString(Path.of("README.md")))
                .results()
                .toList();
        assertThat(pictures).isNotEmpty();
        pictures.forEach(picture -> assertThat(Path.of(picture.group(1))).exists());
    }

    /** Every threat ends with its test and with what is not covered. */
    @Test
    void tellWhatIsNotCovered() throws IOException {
        try (Stream<Path> threats = Files.list(DOCS.resolve("threats"))) {
            for (Path threat : threats.toList()) {
                String text = Files.readString(threat);
                assertThat(text).as(threat.toString()).contains("\nShown by: ");
                assertThat(text.indexOf("\nNot covered: "))
                        .as(threat.toString())
                        .isGreaterThan(text.indexOf("\nShown by: "));
            }
        }
    }

    private static List<String> missing(String text, Set<String> tests) {
        return TEST.matcher(text)
                .results()
                .map((MatchResult named) -> named.group(1))
                .filter(name -> !tests.contains(name))
                .toList();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(DOCS.resolve("asvs.md")));
        for (String folder : List.of("threats", "adr")) {
            try (Stream<Path> found = Files.list(DOCS.resolve(folder))) {
                found.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
