package org.shouwang.finding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Agencies;
import org.shouwang.access.Divisions;
import org.shouwang.access.Requires;
import org.shouwang.finding.RejectedRow;
import org.shouwang.finding.SourceKind;
import org.shouwang.finding.SourceKinds;
import org.shouwang.finding.SourceList;
import org.shouwang.finding.SourceLists;
import org.shouwang.spreadsheet.Csv;
import org.shouwang.web.Costly;
import org.shouwang.web.Crumb;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 名单: takes in what another register sends, and shows what of it could not be taken. */
@Controller
class SourceListController {

    private static final int SHOWN = 50;

    private final SourceLists lists;
    private final SourceKinds kinds;
    private final Agencies agencies;
    private final Divisions divisions;
    private final Access access;
    private final Actors actors;
    private final Problems problems;
    private final MessageSource messages;

    SourceListController(
            SourceLists lists,
            SourceKinds kinds,
            Agencies agencies,
            Divisions divisions,
            Access access,
            Actors actors,
            Problems problems,
            MessageSource messages) {
        this.lists = lists;
        this.kinds = kinds;
        this.agencies = agencies;
        this.divisions = divisions;
        this.access = access;
        this.actors = actors;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping("/source-lists")
    @Requires("source-list.send")
    String list(Model model, Locale locale) {
        return page("", UUID.randomUUID().toString(), Map.of(), model, locale);
    }

    @PostMapping("/source-lists")
    @Requires("source-list.send")
    @Costly
    String send(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(name = "_key", defaultValue = "") String key,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        String once = key.isBlank() ? UUID.randomUUID().toString() : key;
        try {
            Actor actor = actors.current();
            SourceKind known = kinds.of(actor).stream()
                    .filter(each -> each.key().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid(List.of(FieldProblem.at("kind", "source-list-kind"))));
            return "redirect:/source-lists/"
                    + lists.send(kind, "file", SourceTable.rows(known, content(file)), once, actor)
                            .id();
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT && refusal.status() != HttpStatus.CONFLICT) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            // What was sent under this key is another list: the next one has a key of its own.
            String next =
                    refusal.code().equals("key-reused") ? UUID.randomUUID().toString() : once;
            return page(kind, next, said(refusal, locale), model, locale);
        }
    }

    private static byte[] content(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at("file", "source-list-none")));
        }
        if (file.getSize() > SourceTable.LARGEST.toBytes()) {
            throw Refusal.invalid(
                    List.of(FieldProblem.at("file", "source-list-size", SourceTable.LARGEST.toMegabytes())));
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw Refusal.malformed("malformed");
        }
    }

    private Map<String, String> said(Refusal refusal, Locale locale) {
        if (refusal.problems().isEmpty()) {
            return Map.of("file", problems.sentence(refusal, locale));
        }
        Problems.Localised first = problems.localise(refusal.problems().get(0), locale);
        return Map.of(first.path().equals("kind") ? "kind" : "file", first.message());
    }

    private String page(String kind, String key, Map<String, String> wrong, Model model, Locale locale) {
        List<SourceList> found = lists.latest(SHOWN);
        model.addAttribute("kinds", kinds.of(actors.current()));
        model.addAttribute("chosen", kind);
        model.addAttribute("key", key);
        model.addAttribute("wrong", wrong);
        model.addAttribute("rows", found);
        model.addAttribute("most", SourceLists.MOST);
        model.addAttribute(
                "agencies",
                agencies.names(found.stream().map(SourceList::agency).collect(Collectors.toSet())));
        model.addAttribute("hints", access.may("hint.read"));
        model.addAttribute("words", FindingWords.of(kinds, divisions, List.of(), locale));
        return "finding/lists";
    }

    @GetMapping("/source-lists/{id}")
    @Requires("source-list.read")
    String one(@PathVariable UUID id, Model model, Locale locale) {
        SourceList list = lists.read(id);
        List<Told> rejected = list.rejected() == 0
                ? List.of()
                : lists.rejected(list, actors.current()).stream()
                        .map(row -> told(row, locale))
                        .toList();
        model.addAttribute("sourceList", list);
        model.addAttribute("rejected", rejected);
        model.addAttribute("agency", agencies.names(List.of(list.agency())).getOrDefault(list.agency(), ""));
        model.addAttribute("hints", access.may("hint.read"));
        model.addAttribute("words", FindingWords.of(kinds, divisions, List.of(), locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("nav.source-lists", null, locale), "/source-lists"),
                        Crumb.here(messages.getMessage("source-list.one", null, locale))));
        return "finding/list";
    }

    /** A row that was not taken, with the name as it came and every reason in a sentence. */
    record Told(int no, String name, List<String> reasons) {}

    private Told told(RejectedRow row, Locale locale) {
        return new Told(row.no(), row.cells().getOrDefault("name", ""), reasons(row, locale));
    }

    private List<String> reasons(RejectedRow row, Locale locale) {
        return problems.localise(row.problems(), locale).stream()
                .map(problem -> messages.getMessage("source-list.field." + problem.path(), null, problem.path(), locale)
                        + messages.getMessage("source-list.colon", null, locale)
                        + problem.message())
                .toList();
    }

    /** The rows that were not taken, with their reasons, to be mended and sent again. */
    @GetMapping("/source-lists/{id}/rejected.csv")
    @Requires("source-list.read")
    ResponseEntity<byte[]> download(@PathVariable UUID id, Locale locale) {
        SourceList list = lists.read(id);
        Map<String, String> columns = kinds.find(list.kind())
                .map(SourceKind::columns)
                .orElse(Map.of("name", messages.getMessage("source-list.field.name", null, locale)));
        List<List<String>> table = new ArrayList<>();
        List<String> heading = new ArrayList<>(columns.values());
        heading.add(messages.getMessage("source-list.reason", null, locale));
        table.add(heading);
        for (RejectedRow row : lists.rejected(list, actors.current())) {
            List<String> cells = new ArrayList<>();
            columns.keySet().forEach(field -> cells.add(row.cells().getOrDefault(field, "")));
            cells.add(String.join(" ", reasons(row, locale)));
            table.add(cells);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("rejected.csv")
                                .build()
                                .toString())
                .body(Csv.write(table));
    }
}
