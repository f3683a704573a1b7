package org.shouwang.workflow.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.workflow.Tasks;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.inbox.Box;
import org.shouwang.workflow.inbox.InboxPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 待办: what I have, what my unit may take, what is late. */
@Controller
class InboxController {

    private static final int PAGE = 30;
    private static final List<String> GROUPS = List.of("late", "today", "week", "later");

    private final Tasks tasks;
    private final TaskRows rows;
    private final Actors actors;
    private final Catalogues catalogues;
    private final java.time.Clock clock;

    InboxController(Tasks tasks, TaskRows rows, Actors actors, Catalogues catalogues, java.time.Clock clock) {
        this.tasks = tasks;
        this.rows = rows;
        this.actors = actors;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    @GetMapping("/inbox")
    @Requires("inbox.read")
    String inbox(
            @RequestParam(defaultValue = "mine") String box,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        Actor actor = actors.current();
        Box chosen = Boxes.named(box);
        CodeList grades = catalogues.current().codes().get("GRADE");
        String only = grade != null && grades.has(grade) ? grade : null;
        InboxPage page = tasks.page(actor, chosen, only, after, PAGE);
        model.addAttribute("grade", only);
        model.addAttribute("grades", grades.keys());
        model.addAttribute("box", box);
        List<TaskRow> shown = rows.of(page.items(), actor, locale);
        model.addAttribute("rows", shown);
        model.addAttribute("groupSizes", sizes(shown));
        model.addAttribute("groups", GROUPS);
        model.addAttribute("next", page.next());
        model.addAttribute("mine", tasks.count(actor, Box.MINE));
        model.addAttribute("team", tasks.count(actor, Box.TEAM));
        model.addAttribute("overdue", tasks.count(actor, Box.OVERDUE));
        model.addAttribute("done", tasks.doneToday(actor));
        model.addAttribute("now", LocalDateTime.now(clock));
        return "workflow/inbox";
    }

    private static Map<String, Long> sizes(List<TaskRow> rows) {
        return GROUPS.stream().collect(Collectors.toMap(Function.identity(), group -> rows.stream()
                .filter(row -> row.group().equals(group))
                .count()));
    }
}
