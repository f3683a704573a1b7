package org.shouwang.workflow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.shouwang.access.Actors;
import org.shouwang.access.Post;
import org.shouwang.access.Requires;
import org.shouwang.journal.Entry;
import org.shouwang.journal.Journal;
import org.shouwang.journal.JournalVerifier;
import org.shouwang.journal.Seals;
import org.shouwang.journal.Verification;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.web.Costly;
import org.shouwang.workflow.Operations;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.clock.ExactTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** 日志: whether the journal is as it was written, for the auditor. */
@Controller
@Requires("journal.verify")
class JournalController {

    private static final int SHOWN = 20;

    private final Journal journal;
    private final Seals seals;
    private final JournalVerifier verifier;
    private final Operations operations;
    private final Catalogues catalogues;
    private final RowIdentity identity;
    private final Actors actors;

    JournalController(
            Journal journal,
            Seals seals,
            JournalVerifier verifier,
            Operations operations,
            Catalogues catalogues,
            RowIdentity identity,
            Actors actors) {
        this.journal = journal;
        this.seals = seals;
        this.verifier = verifier;
        this.operations = operations;
        this.catalogues = catalogues;
        this.identity = identity;
        this.actors = actors;
    }

    @GetMapping("/journal")
    String show(Model model, Locale locale) {
        Seals.State state = seals.state();
        model.addAttribute("seals", state);
        model.addAttribute("readings", readings(locale));
        model.addAttribute("openings", openings(locale));
        model.addAttribute("unsealings", unsealings(locale));
        model.addAttribute("refusals", refusals(locale));
        model.addAttribute("until", state.until() == null ? null : ExactTime.moment(state.until(), locale));
        return "workflow/journal";
    }

    /** An officer who was stopped or opened something sealed, when, and on which ground if it needs one. */
    record Reading(String officer, String unit, String at, String ground) {}

    private List<Reading> readings(Locale locale) {
        return readings("reading.limit", entry -> "", locale);
    }

    /** Who saw who reported; of which report is not for the auditor. */
    private List<Reading> openings(Locale locale) {
        return readings("reporter.opened", entry -> code("REPORTER_GROUND", entry, "ground", locale), locale);
    }

    /** Who opened a sealed juvenile record, for whom; which one is not for the auditor. */
    private List<Reading> unsealings(Locale locale) {
        return readings(
                "juvenile.opened",
                entry -> code("ORGAN", entry, "organ", locale) + " "
                        + code("JUVENILE_OPEN_GROUND", entry, "ground", locale),
                locale);
    }

    private String code(String list, Entry entry, String detail, Locale locale) {
        return catalogues.current().codes().name(list, entry.details().getOrDefault(detail, ""), locale);
    }

    /** Who wanted to open or do what is not theirs. */
    private List<Reading> refusals(Locale locale) {
        return readings("access.refused", entry -> entry.details().getOrDefault("door", ""), locale);
    }

    private List<Reading> readings(String act, Function<Entry, String> ground, Locale locale) {
        List<Reading> readings = new ArrayList<>();
        for (Entry entry : identity.as(RowService.JOURNAL, () -> journal.latest(act, SHOWN))) {
            Optional.ofNullable(entry.officer())
                    .flatMap(actors::of)
                    .ifPresent(reader -> readings.add(new Reading(
                            reader.officer().name(),
                            reader.mainPost().map(Post::agencyName).orElse(""),
                            ExactTime.moment(entry.at(), locale),
                            ground.apply(entry))));
        }
        return readings;
    }

    /** @param head a head kept elsewhere, which the chain must still hold; empty for none */
    @PostMapping("/journal/verification")
    @Costly
    String verify(@RequestParam(defaultValue = "") String head, Model model, Locale locale) {
        Verification result = verified(head.strip());
        model.addAttribute("result", result);
        model.addAttribute("finding", result.first().orElse(null));
        model.addAttribute("head", head);
        return show(model, locale);
    }

    @GetMapping("/api/v1/journal/verification")
    @Costly
    @ResponseBody
    Answer verification(@RequestParam(defaultValue = "") String head) {
        Verification result = verified(head.strip());
        return new Answer(
                result.whole(),
                result.sealed(),
                result.head(),
                result.first().map(finding -> finding.kind().name()).orElse(""),
                result.first().map(Verification.Finding::entryId).orElse(0L));
    }

    /**
     * The result for programs.
     *
     * @param finding kind of the first finding, empty when the journal is whole
     * @param entry the entry it is about, 0 when the journal is whole
     */
    record Answer(boolean whole, long sealed, String head, String finding, long entry) {}

    private Verification verified(String head) {
        Verification result = verifier.verify(head);
        operations.verified(result, actors.current());
        return result;
    }
}
