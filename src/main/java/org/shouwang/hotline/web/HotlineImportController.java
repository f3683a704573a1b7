package org.shouwang.hotline.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.hotline.HotlineImport;
import org.shouwang.hotline.HotlineImports;
import org.shouwang.hotline.Hotlines;
import org.shouwang.spreadsheet.Csv;
import org.shouwang.spreadsheet.Xlsx;
import org.shouwang.web.Costly;
import org.shouwang.web.Crumb;
import org.shouwang.web.Flash;
import org.shouwang.web.ProblemView;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Orders by file: choose, look at what would happen, take over. */
@Controller
class HotlineImportController {

    private static final int PAGE = 100;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final HotlineImports imports;
    private final Hotlines lines;
    private final Actors actors;
    private final Problems problems;
    private final Catalogues catalogues;
    private final MessageSource messages;

    HotlineImportController(
            HotlineImports imports,
            Hotlines lines,
            Actors actors,
            Problems problems,
            Catalogues catalogues,
            MessageSource messages) {
        this.imports = imports;
        this.lines = lines;
        this.actors = actors;
        this.problems = problems;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @GetMapping("/hotline/import")
    @Requires("hotline.enter")
    String choose(Model model, Locale locale) {
        return page(null, List.of(), model, locale);
    }

    @Costly
    @PostMapping(path = "/hotline/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("hotline.enter")
    String upload(
            @RequestParam(defaultValue = "") String line,
            @RequestParam MultipartFile file,
            @RequestParam(name = "_key", defaultValue = "") String key,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        try {
            return "redirect:/hotline/imports/" + imports.upload(line, bytes(file), key, actors.current());
        } catch (Refusal refusal) {
            if (!refusal.status().is4xxClientError() || refusal.status().value() == 403) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            return page(line, said(refusal, locale), model, locale);
        }
    }

    private List<ProblemView> said(Refusal refusal, Locale locale) {
        return refusal.problems().isEmpty()
                ? List.of(new ProblemView("file", problems.sentence(refusal, locale)))
                : refusal.problems().stream()
                        .map(problem -> new ProblemView(
                                problem.path(),
                                problems.localise(problem, locale).message()))
                        .toList();
    }

    static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw Refusal.malformed("malformed");
        }
    }

    private String page(@Nullable String chosen, List<ProblemView> wrong, Model model, Locale locale) {
        model.addAttribute("lines", lines.of(actors.current(), "hotline.enter"));
        model.addAttribute("chosen", chosen);
        model.addAttribute("problems", wrong);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("words", new HotlineWords(catalogues, imports, locale));
        model.addAttribute("crumbs", crumbs(locale));
        return "hotline/import";
    }

    @GetMapping("/hotline/imports/{id}")
    @Requires("hotline.read")
    String look(@PathVariable UUID id, @RequestParam(defaultValue = "0") int after, Model model, Locale locale) {
        HotlineImport found = imports.find(id, actors.current());
        List<HotlineImport.Row> rows = imports.rows(id, after, PAGE + 1, actors.current());
        model.addAttribute("file", found);
        model.addAttribute("rows", rows.subList(0, Math.min(PAGE, rows.size())));
        model.addAttribute(
                "next",
                rows.size() <= PAGE
                        ? null
                        : "/hotline/imports/" + id + "?after="
                                + rows.get(PAGE - 1).number());
        model.addAttribute("words", new HotlineWords(catalogues, imports, locale));
        model.addAttribute("crumbs", crumbs(locale));
        return "hotline/rows";
    }

    @Costly
    @PostMapping("/hotline/imports/{id}/take")
    @Requires("hotline.enter")
    String take(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        HotlineImport taken = imports.take(id, actors.current());
        redirect.addFlashAttribute(
                "flash",
                new Flash(messages.getMessage("flash.hotline.taken", new Object[] {taken.taken()}, locale), null));
        return "redirect:/hotline/imports/" + id;
    }

    @GetMapping("/hotline/imports/{id}/rejected")
    @Requires("hotline.read")
    ResponseEntity<byte[]> rejected(@PathVariable UUID id, Locale locale) {
        return file("hotline-rejected.csv", CSV, imports.rejected(id, locale, actors.current()));
    }

    @GetMapping("/hotline/template.csv")
    @Requires("hotline.enter")
    ResponseEntity<byte[]> csv(Locale locale) {
        return file("hotline.csv", CSV, Csv.write(List.of(imports.titles(locale))));
    }

    @GetMapping("/hotline/template.xlsx")
    @Requires("hotline.enter")
    ResponseEntity<byte[]> workbook(Locale locale) {
        return file("hotline.xlsx", XLSX, Xlsx.write(imports.titles(locale), List.of(), List.of(), ""));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private List<Crumb> crumbs(Locale locale) {
        return List.of(
                new Crumb(messages.getMessage("hotline.title", null, locale), "/hotline"),
                Crumb.here(messages.getMessage("hotline.import", null, locale)));
    }
}
