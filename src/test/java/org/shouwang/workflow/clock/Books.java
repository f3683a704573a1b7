package org.shouwang.workflow.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

/** Books for tests, from the text of their files and the real holidays of 2025 and 2026. */
final class Books {

    static final Set<String> ROLES =
            Set.of("case-worker", "township-supervisor", "county-supervisor", "police", "court");

    static final String LADDERS = """
            - {key: township, steps: [{after: PT0S, to: township-supervisor}, {after: P1D, to: county-supervisor}]}
            """;

    private Books() {}

    static ClockBook of(String clocks) {
        List<Fault> faults = new ArrayList<>();
        ClockBook book = read(Map.of("clocks.yaml", clocks), faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.toString());
        }
        return book;
    }

    static ClockBook read(Map<String, String> files, List<Fault> faults) {
        return ClockBook.read(files(files), ROLES, faults);
    }

    /** The given files beside those that every book needs. */
    static ProcessFiles files(Map<String, String> files) {
        Map<String, byte[]> all = new TreeMap<>();
        all.put("ladders.yaml", LADDERS.getBytes(StandardCharsets.UTF_8));
        all.put("clocks.yaml", "[]".getBytes(StandardCharsets.UTF_8));
        all.put("calendars/2025.yaml", resource("2025.yaml"));
        all.put("calendars/2026.yaml", resource("2026.yaml"));
        files.forEach((path, text) -> all.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return ProcessFiles.of(all);
    }

    /** A clock of ours that is right in every field; lines given replace its own. */
    static String clock(String key, String... lines) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "zh", "走访",
                "en", "Visit",
                "starts", "event:case-opened",
                "stops", "done",
                "actor", "case-worker",
                "duration", "P3D",
                "kind", "default",
                "basis", "本县默认",
                "mark", "P",
                "valid-from", "2025-01-01"));
        for (String line : lines) {
            String[] pair = line.split(": ", 2);
            if (pair.length == 2) {
                fields.put(pair[0], pair[1]);
            } else {
                fields.remove(pair[0]);
            }
        }
        StringBuilder text = new StringBuilder("- key: " + key + "\n");
        fields.forEach((field, value) ->
                text.append("  ").append(field).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Books.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
