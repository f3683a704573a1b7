package org.shouwang.privacy.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actors;
import org.shouwang.access.Agencies;
import org.shouwang.casefile.CasePerson;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.privacy.Consents;
import org.shouwang.privacy.DataRequests;
import org.shouwang.privacy.NewConsent;
import org.shouwang.privacy.NewRequest;
import org.shouwang.privacy.Retention;
import org.shouwang.web.Crumb;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Problems;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the page together. */
@Component
class PrivacyPage {

    private static final List<String> LISTS = List.of(
            "DATA_PURPOSE",
            "LEGAL_GROUND",
            "CONSENT_GIVER",
            "WITHOUT_CONSENT",
            "DATA_FIELD",
            "WITHDRAWN_BY",
            "REQUEST_KIND",
            "REQUEST_BY",
            "IDENTITY_CHECK");

    private final Cases cases;
    private final Consents consents;
    private final DataRequests requests;
    private final Retention retention;
    private final RetentionRows terms;
    private final PrivacyRows rows;
    private final Agencies agencies;
    private final Access access;
    private final Actors actors;
    private final Problems problems;
    private final PrivacyWords words;

    PrivacyPage(
            Cases cases,
            Consents consents,
            DataRequests requests,
            Retention retention,
            RetentionRows terms,
            PrivacyRows rows,
            Agencies agencies,
            Access access,
            Actors actors,
            Problems problems,
            PrivacyWords words) {
        this.cases = cases;
        this.consents = consents;
        this.requests = requests;
        this.retention = retention;
        this.terms = terms;
        this.rows = rows;
        this.agencies = agencies;
        this.access = access;
        this.actors = actors;
        this.problems = problems;
        this.words = words;
    }

    /**
     * What was typed and could not be kept, to show again.
     *
     * @param where which form of the page, empty when none
     */
    record Typed(
            String where,
            @Nullable NewConsent consent,
            @Nullable NewRequest request) {

        static final Typed NOTHING = new Typed(
                "",
                new NewConsent(null, null, null, null, null, null, null, null, null, null),
                new NewRequest(null, null, null, null, null, null));

        NewConsent said() {
            return consent == null ? java.util.Objects.requireNonNull(NOTHING.consent()) : consent;
        }

        NewRequest asked() {
            return request == null ? java.util.Objects.requireNonNull(NOTHING.request()) : request;
        }
    }

    /** The case, for those who work with its register; that it was read goes into the journal. */
    CaseView file(UUID id) {
        CaseView file = cases.read(id, "privacy", actors.current());
        access.require("consent.read", file.subject());
        return file;
    }

    String show(CaseView file, Typed typed, List<FieldProblem> wrong, Model model, Locale locale) {
        model.addAttribute("file", file);
        model.addAttribute("crumbs", crumbs(file, locale));
        model.addAttribute("consents", rows.consents(consents.of(file), locale));
        model.addAttribute("requests", rows.requests(requests.of(file), locale));
        model.addAttribute(
                "term", retention.of(file).map(kept -> terms.row(kept, locale)).orElse(null));
        model.addAttribute("mayRecord", access.may("consent.record", file.subject()));
        model.addAttribute("mayRequest", access.may("request.record", file.subject()));
        model.addAttribute("maySeal", access.may("juvenile.seal", file.subject()));
        model.addAttribute("people", people(file));
        model.addAttribute("units", agencies.serving(file.division()));
        model.addAttribute("lists", LISTS.stream().collect(Collectors.toMap(list -> list, words::items)));
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("today", words.today());
        model.addAttribute("where", typed.where());
        model.addAttribute("said", typed.said());
        model.addAttribute("asked", typed.asked());
        model.addAttribute("wrong", wrong(wrong, locale));
        return "privacy/case";
    }

    List<Crumb> crumbs(CaseView file, Locale locale) {
        return List.of(
                new Crumb(words.say("nav.cases", locale), "/cases"),
                new Crumb(file.number() + " " + file.title(), "/cases/" + file.id()),
                Crumb.here(words.say("case.tab.privacy", locale)));
    }

    private Map<UUID, String> people(CaseView file) {
        return rows.names(cases.people(file.id()).stream()
                .filter(each -> !each.part().equals("suspect"))
                .map(CasePerson::person)
                .distinct()
                .toList());
    }

    /** By field, the first of each; what is wrong as a whole stands under the empty name. */
    private Map<String, String> wrong(List<FieldProblem> wrong, Locale locale) {
        return wrong.stream()
                .map(each -> problems.localise(each, locale))
                .collect(Collectors.toMap(Problems.Localised::path, Problems.Localised::message, (one, more) -> one));
    }
}
