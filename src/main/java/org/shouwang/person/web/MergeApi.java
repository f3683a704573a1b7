package org.shouwang.person.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.person.MergeCandidate;
import org.shouwang.person.MergeCandidates;
import org.shouwang.web.Costly;
import org.shouwang.web.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files that may be one person, for programs. */
@RestController
@RequestMapping("/api/v1/merge-candidates")
@Requires("merge.decide")
class MergeApi {

    private static final int MOST = 100;

    private final MergeCandidates candidates;
    private final Actors actors;

    MergeApi(MergeCandidates candidates, Actors actors) {
        this.candidates = candidates;
        this.actors = actors;
    }

    /** @param verdict {@code same} or {@code different} */
    record Verdict(@Nullable String verdict, @Nullable String reason) {}

    record Why(@Nullable String reason) {}

    @GetMapping
    @Costly
    MergeCandidates.Page list(
            @RequestParam(defaultValue = "open") String list,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        return candidates.page(list, after, limit, actors.current());
    }

    @GetMapping("/{id}")
    MergeCandidate one(@PathVariable UUID id) {
        return candidates.read(id, actors.current());
    }

    @PostMapping("/{id}/decide")
    Map<String, UUID> decide(@PathVariable UUID id, @RequestBody Verdict said) {
        candidates.decide(id, orEmpty(said.verdict()), orEmpty(said.reason()), actors.current());
        return Map.of("id", id);
    }

    @PostMapping("/{id}/confirm")
    Map<String, UUID> confirm(@PathVariable UUID id) {
        candidates.confirm(id, actors.current());
        return Map.of("id", id);
    }

    @PostMapping("/{id}/undo")
    Map<String, UUID> undo(@PathVariable UUID id, @RequestBody Why why) {
        candidates.undo(id, orEmpty(why.reason()), actors.current());
        return Map.of("id", id);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
