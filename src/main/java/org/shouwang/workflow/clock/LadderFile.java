package org.shouwang.workflow.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.shouwang.workflow.catalogue.Entry;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

/** Reads ladders.yaml. */
final class LadderFile {

    private final Set<String> roles;

    LadderFile(Set<String> roles) {
        this.roles = roles;
    }

    Map<String, Ladder> read(ProcessFiles files, List<Fault> faults) {
        Map<String, Ladder> ladders = new HashMap<>();
        files.yaml("ladders.yaml", faults).ifPresent(file -> file.entries().forEach(entry -> {
            Fields.only(entry, Set.of("key", "zh", "en", "steps", "note"));
            Ladder ladder = new Ladder(entry.text("key"), steps(entry));
            if (ladders.put(ladder.key(), ladder) != null) {
                entry.fault("key", "the ladder " + ladder.key() + " is there twice");
            }
        }));
        return ladders;
    }

    private List<Ladder.Step> steps(Entry ladder) {
        List<Ladder.Step> steps = new ArrayList<>();
        Duration last = Duration.ZERO;
        for (Entry entry : ladder.entries("steps")) {
            Fields.only(entry, Set.of("after", "to", "note"));
            entry.text("after");
            Optional<Duration> after = Fields.duration(entry, "after");
            Optional<String> to = Fields.oneOf(entry, "to", roles, Function.identity());
            if (after.isPresent() && after.get().compareTo(last) < 0) {
                entry.fault("after", "a step comes no sooner than the one before it");
            }
            last = after.orElse(last);
            steps.add(new Ladder.Step(last, to.orElse("")));
        }
        return steps;
    }
}
