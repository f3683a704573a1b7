package org.shouwang.workflow.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

/** A small process that is right in every way, to be spoilt in one way at a time. */
final class Sample {

    private Sample() {}

    static String xml() {
        try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream("sample.bpmn"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BpmnContext context() {
        return new BpmnContext(
                Set.of("S01", "F02", "F08", "F09"),
                Map.of("grade", Set.of("1", "2", "3", "4"), "seen", Set.of()),
                Set.of("township-supervisor", "station-worker", "case-worker"),
                Map.of("visits", Visits.class, "clocks", Clocks.class, "processes", Processes.class),
                Set.of("P-visit"),
                Set.of("county-duty"),
                Map.of("STAGE", Set.of("reporting", "emergency")),
                (role, form) -> true);
    }

    static BpmnFile file() {
        List<Fault> faults = new ArrayList<>();
        BpmnFile file =
                BpmnFiles.read(files(xml()), context(), faults).find("sample").orElseThrow();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.toString());
        }
        return file;
    }

    static ProcessFiles files(String xml) {
        return ProcessFiles.of(Map.of("bpmn/sample.bpmn", xml.getBytes(UTF_8)));
    }

    /** Beans as other modules register them. */
    interface Visits {
        void remind(Object execution);
    }

    interface Clocks {
        Object due(String key, Object execution);
    }

    interface Processes {
        void start(Object execution, String key);

        void message(Object execution, String name);
    }
}
