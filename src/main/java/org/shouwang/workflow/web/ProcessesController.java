package org.shouwang.workflow.web;

import java.util.List;
import java.util.Locale;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.web.Flash;
import org.shouwang.workflow.Operations;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.Faults;
import org.shouwang.workflow.catalogue.ProcessFiles;
import org.shouwang.workflow.clock.ExactTime;
import org.shouwang.workflow.engine.Deployed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 流程与表单: by which files the county works, whether changed ones are right, and to take them over. */
@Controller
class ProcessesController {

    private static final int SHORT = 12;

    private final Catalogues catalogues;
    private final Operations operations;
    private final Deployed deployed;
    private final Actors actors;
    private final MessageSource messages;

    ProcessesController(
            Catalogues catalogues, Operations operations, Deployed deployed, Actors actors, MessageSource messages) {
        this.catalogues = catalogues;
        this.operations = operations;
        this.deployed = deployed;
        this.actors = actors;
        this.messages = messages;
    }

    record FileLine(String path, int bytes, String sha256, String shortSha) {}

    record VersionLine(String process, String name, int version, String since) {}

    @GetMapping("/processes")
    @Requires("processes.read")
    String show(Model model, Locale locale) {
        Catalogue current = catalogues.current();
        ProcessFiles files = current.files();
        model.addAttribute("sha256", current.sha256());
        model.addAttribute(
                "files",
                files.all().entrySet().stream()
                        .map(file -> line(file.getKey(), file.getValue().length, files.sha256(file.getKey())))
                        .toList());
        model.addAttribute(
                "versions",
                deployed.latest().stream()
                        .map(version -> new VersionLine(
                                version.process(),
                                version.name(),
                                version.version(),
                                ExactTime.moment(version.since(), locale)))
                        .toList());
        return "workflow/processes";
    }

    private static FileLine line(String path, int bytes, String sha256) {
        return new FileLine(path, bytes, sha256, sha256.substring(0, SHORT));
    }

    @PostMapping("/processes/check")
    @Requires("processes.apply")
    String check(Model model, Locale locale) {
        model.addAttribute("faults", catalogues.check());
        model.addAttribute("checked", true);
        return show(model, locale);
    }

    @PostMapping("/processes/apply")
    @Requires("processes.apply")
    String apply(Model model, Locale locale, RedirectAttributes redirect) {
        List<Fault> faults;
        try {
            operations.apply(actors.current());
            redirect.addFlashAttribute("flash", new Flash(messages.getMessage("processes.done", null, locale), null));
            return "redirect:/processes";
        } catch (Faults refused) {
            faults = refused.faults();
        }
        model.addAttribute("faults", faults);
        model.addAttribute("refused", true);
        return show(model, locale);
    }
}
