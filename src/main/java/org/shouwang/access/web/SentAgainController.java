package org.shouwang.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.shouwang.access.Actors;
import org.shouwang.access.KeptForms;
import org.shouwang.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what was sent when the login had run out, to be sent again by whoever typed it. */
@Controller
class SentAgainController {

    static final String PATH = "/sent-again";

    /** What was chosen, not typed. */
    private static final Pattern CODE = Pattern.compile("[a-z-]{0,20}");

    /** @param shown whether a person typed it: names that begin with an underscore are the page's own */
    record Typed(String name, String value, boolean shown) {}

    private final KeptForms forms;
    private final Actors actors;

    SentAgainController(KeptForms forms, Actors actors) {
        this.forms = forms;
        this.actors = actors;
    }

    @GetMapping(PATH)
    @Requires("inbox.read")
    String show(HttpServletRequest request, Model model) {
        return forms.sent(request, actors.current())
                .map(sent -> {
                    model.addAttribute("action", sent.action());
                    model.addAttribute("typed", typed(sent.typed()));
                    return "web/sent-again";
                })
                .orElse("redirect:/inbox");
    }

    private static List<Typed> typed(MultiValueMap<String, String> sent) {
        return sent.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> new Typed(
                                field.getKey(),
                                value,
                                !field.getKey().startsWith("_")
                                        && !CODE.matcher(value).matches())))
                .toList();
    }
}
