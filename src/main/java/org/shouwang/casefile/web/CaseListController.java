package org.shouwang.casefile.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.casefile.CaseLists;
import org.shouwang.casefile.CasePage;
import org.shouwang.casefile.CaseQuery;
import org.shouwang.web.Costly;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 个案: the cases within one's reach, to look through and to search. */
@Controller
class CaseListController {

    private static final int PAGE = 30;

    private final CaseLists lists;
    private final CaseRows rows;
    private final Catalogues catalogues;
    private final Actors actors;
    private final SealedWords words;

    CaseListController(CaseLists lists, CaseRows rows, Catalogues catalogues, Actors actors, SealedWords words) {
        this.lists = lists;
        this.rows = rows;
        this.catalogues = catalogues;
        this.actors = actors;
        this.words = words;
    }

    /** @param s what is searched for, sealed */
    @GetMapping(path = "/cases", params = "!q")
    @Requires("case.list")
    @Costly
    String list(
            @RequestParam(defaultValue = "") String s,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String township,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        CaseQuery asked = CaseQuestions.of(words.open(s), state, grade, stage, township);
        CasePage page = lists.page(asked, actors.current(), after, PAGE);
        model.addAttribute("asked", asked);
        model.addAttribute("filtered", !s.isEmpty() || !grade.isEmpty() || !stage.isEmpty() || !township.isEmpty());
        model.addAttribute("rows", rows.of(page.items(), locale));
        model.addAttribute("grades", catalogues.current().codes().get("GRADE").items());
        model.addAttribute("stages", catalogues.current().codes().get("STAGE").items());
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("townships", rows.townships());
        model.addAttribute("next", page.next() == null ? null : address(asked, s, page.next()));
        return "casefile/list";
    }

    /** Takes what is typed in the body: a name in an address would stand in histories and logs. */
    @PostMapping("/cases/search")
    @Requires("case.list")
    @Costly
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String township) {
        CaseQuery asked = CaseQuestions.of(q, state, grade, stage, township);
        return "redirect:" + address(asked, words.seal(q.strip()), null);
    }

    private static String address(CaseQuery asked, String sealed, @Nullable String after) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/cases");
        Map<String, @Nullable String> kept = new LinkedHashMap<>();
        kept.put("s", sealed);
        kept.put("state", asked.state());
        kept.put("grade", asked.grade());
        kept.put("stage", asked.stage());
        kept.put("township", asked.division());
        kept.put("after", after);
        kept.forEach((name, value) ->
                uri.queryParamIfPresent(name, Optional.ofNullable(value).filter(said -> !said.isEmpty())));
        return uri.encode().toUriString();
    }
}
