package org.shouwang.measure.web;

import java.util.List;
import java.util.UUID;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.measure.GuardianMeasure;
import org.shouwang.measure.GuardianMeasures;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Measures on guardians for programs: what the case's page says, in codes and dates. */
@RestController
class MeasureApi {

    private final GuardianMeasures measures;
    private final Actors actors;

    MeasureApi(GuardianMeasures measures, Actors actors) {
        this.measures = measures;
        this.actors = actors;
    }

    record OfCase(List<GuardianMeasure> items) {}

    /** The latest first. */
    @Requires("case.read")
    @GetMapping("/api/v1/cases/{id}/measures")
    OfCase ofCase(@PathVariable UUID id) {
        return new OfCase(measures.of(id, actors.current()));
    }
}
