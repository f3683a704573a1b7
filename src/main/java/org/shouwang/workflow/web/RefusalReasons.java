package org.shouwang.workflow.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.AccessMatrix;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Post;
import org.shouwang.access.Rule;
import org.shouwang.web.Why;
import org.springframework.stereotype.Component;

/** 为什么看不到: what the matrix says of an act, and what of it the posts of whoever was refused have. */
@Component
class RefusalReasons implements Why.Source {

    private final AccessMatrix matrix;
    private final Actors actors;
    private final MatrixWords words;

    RefusalReasons(AccessMatrix matrix, Actors actors, MatrixWords words) {
        this.matrix = matrix;
        this.actors = actors;
        this.words = words;
    }

    @Override
    public Optional<Why> of(@Nullable String act, Locale locale) {
        List<Rule> rules = act == null ? List.of() : matrix.rules(act);
        if (act == null || rules.isEmpty()) {
            return Optional.empty();
        }
        return actors.find()
                .map(actor -> new Why(act, words.act(act, locale), allowed(rules, locale), own(actor, rules, locale)));
    }

    private List<String> allowed(List<Rule> rules, Locale locale) {
        Map<Rule.Reach, List<Rule>> byReach = rules.stream()
                .filter(rule -> !rule.role().equals(Rule.NOBODY))
                .collect(Collectors.groupingBy(Rule::reach, TreeMap::new, Collectors.toList()));
        return byReach.entrySet().stream()
                .map(each -> words.say(
                        "why.allowed",
                        locale,
                        words.reach(each.getKey(), locale),
                        each.getValue().stream()
                                .map(Rule::role)
                                .distinct()
                                .map(role -> words.role(role, locale))
                                .collect(Collectors.joining(words.say("matrix.comma", locale)))))
                .toList();
    }

    private List<String> own(Actor actor, List<Rule> rules, Locale locale) {
        return actor.posts().stream()
                .map(post -> own(post, rules, locale))
                .distinct()
                .toList();
    }

    private String own(Post post, List<Rule> rules, Locale locale) {
        String role = words.role(post.role(), locale);
        String reaches = rules.stream()
                .filter(rule -> rule.role().equals(post.role()))
                .map(rule -> words.reach(rule, locale))
                .distinct()
                .collect(Collectors.joining(words.say("matrix.comma", locale)));
        return reaches.isEmpty()
                ? words.say("why.own.none", locale, role, post.divisionName())
                : words.say("why.own.only", locale, role, post.divisionName(), reaches);
    }
}
