package org.shouwang.casefile.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.casefile.CaseLists;
import org.shouwang.casefile.CasePage;
import org.shouwang.casefile.CaseQuery;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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

    CaseListController(CaseLists lists, CaseRows rows, Catalogues catalogues, Actors actors) {
        this.lists = lists;
        this.rows = rows;
        this.catalogues = catalogues;
        this.actors = actors;
    }

    @GetMapping("/cases")
    @Requires("case.list")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String township,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        CaseQuery asked = CaseQuestions.of(q, state, grade, stage, township);
        CasePage page = lists.page(asked, actors.current(), after, PAGE);
        model.addAttribute("asked", asked);
        model.addAttribute("filtered", !q.isBlank() || !grade.isEmpty() || !stage.isEmpty() || !township.isEmpty());
        model.addAttribute("rows", rows.of(page.items(), locale));
        model.addAttribute("grades", catalogues.current().codes().get("GRADE").items());
        model.addAttribute("stages", catalogues.current().codes().get("STAGE").items());
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("townships", rows.townships());
        model.addAttribute("next", page.next() == null ? null : next(asked, page.next()));
        return "casefile/list";
    }

    private static String next(CaseQuery asked, String after) {
        return UriComponentsBuilder.fromPath("/cases")
                .queryParam("q", "{q}")
                .queryParam("state", "{state}")
                .queryParam("grade", "{grade}")
                .queryParam("stage", "{stage}")
                .queryParam("township", "{township}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(asked.text(), asked.state(), asked.grade(), asked.stage(), asked.division(), after)
                .toUriString();
    }
}
