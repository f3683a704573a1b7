package org.shouwang.hotline.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.hotline.HotlineImports;
import org.shouwang.hotline.HotlineOrder;
import org.shouwang.hotline.HotlineOrders;
import org.shouwang.web.Crumb;
import org.shouwang.web.Flash;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 热线工单: those that wait and those that are answered, one of them, and a new one by hand. */
@Controller
class HotlineController {

    private static final int PAGE = 30;

    private final HotlineOrders orders;
    private final HotlineImports imports;
    private final OrderForm form;
    private final Actors actors;
    private final Catalogues catalogues;
    private final MessageSource messages;

    HotlineController(
            HotlineOrders orders,
            HotlineImports imports,
            OrderForm form,
            Actors actors,
            Catalogues catalogues,
            MessageSource messages) {
        this.orders = orders;
        this.imports = imports;
        this.form = form;
        this.actors = actors;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @GetMapping("/hotline")
    @Requires("hotline.read")
    String list(
            @RequestParam(defaultValue = "open") String list,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        List<HotlineOrder> found = orders.list(!list.equals("answered"), after, PAGE + 1, actors.current());
        model.addAttribute("list", list.equals("answered") ? "answered" : "open");
        model.addAttribute("orders", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute(
                "next",
                found.size() <= PAGE
                        ? null
                        : "/hotline?list=" + list + "&after=" + HotlineOrders.after(found.get(PAGE - 1)));
        model.addAttribute("words", words(locale));
        return "hotline/list";
    }

    @GetMapping("/hotline/orders/{id}")
    @Requires("hotline.read")
    String one(@PathVariable UUID id, Model model, Locale locale) {
        HotlineOrders.Opened opened = orders.open(id, actors.current());
        model.addAttribute("opened", opened);
        model.addAttribute("words", words(locale));
        model.addAttribute("crumbs", crumbs(opened.order().number(), locale));
        return "hotline/order";
    }

    @GetMapping("/hotline/add")
    @Requires("hotline.enter")
    String write(Model model, Locale locale) {
        Actor actor = actors.current();
        return page(form.blank(actor), actor, model, locale);
    }

    @PostMapping("/hotline/add")
    @Requires("hotline.enter")
    String enter(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        Actor actor = actors.current();
        OrderForm.Sheet sheet = form.sent(parameters);
        HotlineOrders.Entered entered;
        try {
            if (!sheet.problems().isEmpty()) {
                throw Refusal.invalid(sheet.problems());
            }
            entered = orders.enter(sheet.answers(), sheet.version(), "page", sheet.key(), actor);
        } catch (Refusal refusal) {
            return page(form.refused(sheet, refusal, response), actor, model, locale);
        }
        String told = entered.known() ? "flash.hotline.known" : "flash.hotline.entered";
        redirect.addFlashAttribute("flash", new Flash(messages.getMessage(told, null, locale), null));
        return "redirect:/hotline/orders/" + entered.id();
    }

    private String page(OrderForm.Sheet sheet, Actor actor, Model model, Locale locale) {
        form.show(sheet, actor, model, locale);
        model.addAttribute("crumbs", crumbs(messages.getMessage("hotline.add", null, locale), locale));
        return "hotline/add";
    }

    private List<Crumb> crumbs(String here, Locale locale) {
        return List.of(new Crumb(messages.getMessage("hotline.title", null, locale), "/hotline"), Crumb.here(here));
    }

    private HotlineWords words(Locale locale) {
        return new HotlineWords(catalogues, imports, locale);
    }
}
