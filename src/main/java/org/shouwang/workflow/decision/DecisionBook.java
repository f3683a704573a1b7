package org.shouwang.workflow.decision;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.shouwang.workflow.catalogue.Codes;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

/** The decisions under dmn/, parsed once. */
public final class DecisionBook {

    private final DmnEngine engine;
    private final Map<String, Decision> decisions;

    private DecisionBook(DmnEngine engine, Map<String, Decision> decisions) {
        this.engine = engine;
        this.decisions = Map.copyOf(decisions);
    }

    /** Reads every dmn/*.dmn; a file that cannot be parsed is left out and reported, as is every other fault. */
    public static DecisionBook read(ProcessFiles files, Codes codes, List<Fault> faults) {
        DmnEngine engine = new DmnEngine.Builder().build();
        Map<String, Decision> decisions = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.under("dmn/").entrySet()) {
            String path = file.getKey();
            String key = path.substring("dmn/".length()).replaceFirst("\\.dmn$", "");
            var parsed = engine.parse(new ByteArrayInputStream(file.getValue()));
            if (parsed.isLeft()) {
                String why = parsed.left().toOption().get().message();
                faults.add(new Fault(path, "", "not readable as DMN 1.3: " + why));
                continue;
            }
            ParsedDmn dmn = parsed.toOption().get();
            new DecisionCheck(path, key, dmn, codes, faults).check();
            decisions.put(key, Decision.of(key, files.sha256(path), dmn));
        }
        return new DecisionBook(engine, decisions);
    }

    public Set<String> keys() {
        return decisions.keySet();
    }

    /** What the decision reads; the caller gives these. */
    public Set<String> inputs(String key) {
        return get(key).inputs();
    }

    Finding evaluate(String key, Map<String, Object> inputs) {
        Decision decision = get(key);
        Map<String, Object> known = new HashMap<>();
        decision.inputs().forEach(name -> known.put(name, null));
        known.putAll(inputs);
        var result = engine.eval(decision.dmn(), key, known);
        if (result.isLeft()) {
            String why = result.left().toOption().get().failure().message();
            throw new IllegalStateException("decision " + key + " failed: " + why);
        }
        return decision.finding(result.toOption().get());
    }

    private Decision get(String key) {
        Decision decision = decisions.get(key);
        if (decision == null) {
            throw new NoSuchElementException("decision " + key);
        }
        return decision;
    }
}
