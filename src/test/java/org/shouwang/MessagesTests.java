package org.shouwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwang.notification.Notices;

/** Every sentence that a page, a refusal, the timeline or a notice asks for is there, in both languages. */
class MessagesTests {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path JAVA = Path.of("src/main/java");

    /** A key written out in a template. */
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)");

    private static final Pattern OF_FIELD =
            Pattern.compile("FieldProblem\\s*\\.at\\(\\s*[^,()]+,\\s*\"([a-z-]*[a-z])\"");
    private static final Pattern OF_REFUSAL =
            Pattern.compile("Refusal\\s*\\.(?:conflict|malformed|tooLarge)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern OF_FORBIDDEN = Pattern.compile("Refusal\\s*\\.forbidden\\(\\s*\"([a-z.-]+)\"");
    private static final Pattern OF_HANDLER = Pattern.compile("@Requires\\(\\s*\"([a-z.-]+)\"");
    private static final Pattern OF_EVENT = Pattern.compile("new Event\\(\\s*\"([a-z.-]+)\"");
    private static final Pattern OF_NOTICE = Pattern.compile("\\.tell\\(\\s*[^,\"]+,\\s*\"([a-z-]+)\"");
    private static final Pattern LOOKED_UP =
            Pattern.compile("messages\\s*\\.getMessage\\(\\s*\"([a-z][A-Za-z0-9.-]*[A-Za-z0-9])\"");

    static Stream<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            List<Path> chinese = files.filter(file -> !file.toString().endsWith("_en.properties"))
                    .sorted()
                    .toList();
            return chinese.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void saysTheSameInBothLanguages(Path chinese) throws IOException {
        Path english = Path.of(chinese.toString().replace(".properties", "_en.properties"));
        assertThat(english).exists();
        assertThat(keys(english)).isEqualTo(keys(chinese));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void isReadByTheApplication(Path chinese) throws IOException {
        String name = chinese.getFileName().toString().replace(".properties", "");
        assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
                .containsPattern("messages/" + name + "[,\\s]");
    }

    @Test
    void saysEachThingOnce() throws IOException {
        List<String> keys = new java.util.ArrayList<>();
        for (Path bundle : bundles().toList()) {
            keys.addAll(keys(bundle));
        }
        // Of two sentences under one key the first bundle's is shown, wherever it is asked for.
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void quotesAsItsReaderExpects() throws IOException {
        // Only a sentence with arguments is read as a pattern, where an apostrophe is written twice.
        try (Stream<Path> files = Files.list(BUNDLES)) {
            for (Path bundle : files.toList()) {
                assertThat(Files.readAllLines(bundle)).as(bundle.toString()).noneMatch(MessagesTests::misquoted);
            }
        }
        assertThat(misquoted("a=a child''s")).isTrue();
        assertThat(misquoted("a=a child's {0}")).isTrue();
    }

    private static boolean misquoted(String line) {
        boolean pattern = line.matches(".*\\{\\d.*");
        return pattern ? line.replace("''", "").contains("'") : line.contains("''");
    }

    @Test
    void hasWhatTemplatesShow() throws IOException {
        assertThat(all()).containsAll(found(TEMPLATES, IN_TEMPLATE, ""));
    }

    @Test
    void hasASentenceForEveryRefusal() throws IOException {
        Set<String> refusals = found(JAVA, OF_FIELD, "problem.");
        refusals.addAll(found(JAVA, OF_REFUSAL, "problem."));
        assertThat(all()).containsAll(refusals);
    }

    @Test
    void namesEveryActOfTheJournal() throws IOException {
        assertThat(all()).containsAll(found(JAVA, OF_EVENT, "act."));
    }

    @Test
    void namesEveryActOfTheMatrix() throws IOException {
        // What a refusal says was not allowed.
        Set<String> acts = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("processes/access-matrix.csv"))) {
            String act = line.split(",", 3)[1];
            if (act.contains(".")) {
                acts.add("act." + act);
            }
        }
        assertThat(all()).containsAll(acts);
    }

    @Test
    void saysInWordsWhatAPostMayNotDo() throws IOException {
        Set<String> forbidden = found(JAVA, OF_FORBIDDEN, "problem.forbidden.");
        forbidden.addAll(found(JAVA, OF_HANDLER, "problem.forbidden."));
        for (String line : Files.readAllLines(Path.of("processes/access-matrix.csv"))) {
            String act = line.split(",", 3)[1];
            if (act.contains(".")) {
                forbidden.add("problem.forbidden." + act);
            }
        }
        assertThat(forbidden).hasSizeGreaterThan(25);
        assertThat(all()).containsAll(forbidden);
    }

    @Test
    void tellsOnlyNoticesThatTheCountyHasASentenceFor() throws IOException {
        assertThat(Notices.CODES).containsAll(found(JAVA, OF_NOTICE, ""));
    }

    @Test
    void hasWhatJavaLooksUp() throws IOException {
        assertThat(all()).containsAll(found(JAVA, LOOKED_UP, ""));
    }

    @Test
    void seesWhatIsMissing() {
        assertThat(matches(IN_TEMPLATE, "<p th:text=\"#{case.not.there(${x})}\">", ""))
                .containsExactly("case.not.there");
        assertThat(matches(OF_FIELD, "FieldProblem.at(\"reason\", \"no-words\")", "problem."))
                .containsExactly("problem.no-words");
        assertThat(matches(OF_REFUSAL, "throw Refusal.conflict(\n    \"not-so\", 1)", "problem."))
                .containsExactly("problem.not-so");
        assertThat(matches(OF_EVENT, "new Event(\n \"case.moved\", id", "act.")).containsExactly("act.case.moved");
    }

    private static Set<String> all() throws IOException {
        Set<String> all = new TreeSet<>();
        for (Path bundle : bundles().toList()) {
            all.addAll(keys(bundle));
        }
        return all;
    }

    private static Set<String> keys(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static Set<String> found(Path folder, Pattern pattern, String prefix) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.addAll(matches(pattern, Files.readString(file), prefix));
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static Set<String> matches(Pattern pattern, String text, String prefix) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(prefix + matcher.group(1));
        }
        return found;
    }
}
