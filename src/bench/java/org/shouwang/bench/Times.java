package org.shouwang.bench;

import java.util.ArrayList;
import java.util.List;

/** How long each of many goes took. */
final class Times {

    private static final double NANOS = 1e6;

    private final List<Double> millis = new ArrayList<>();

    void add(Runnable go) {
        long from = System.nanoTime();
        go.run();
        millis.add((System.nanoTime() - from) / NANOS);
    }

    double mean() {
        return millis.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    double at(int percent) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
