package org.shouwang.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Access;
import org.shouwang.access.Actors;
import org.shouwang.access.Posts;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.workflow.SubjectSummary;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A case in a few lines, beside the form of a task: who, why this grade, who is responsible. */
@Component
class CaseSummary implements SubjectSummary {

    private final CaseStore store;
    private final Persons persons;
    private final CaseReports reports;
    private final Access access;
    private final Actors actors;
    private final Posts posts;
    private final MessageSource messages;

    CaseSummary(
            CaseStore store,
            Persons persons,
            CaseReports reports,
            Access access,
            Actors actors,
            Posts posts,
            MessageSource messages) {
        this.store = store;
        this.persons = persons;
        this.reports = reports;
        this.access = access;
        this.actors = actors;
        this.posts = posts;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return store.find(subject).map(found -> lines(found, whole, locale)).orElse(List.of());
    }

    @Override
    public List<UUID> before(UUID subject) {
        return store.find(subject).map(reports::of).orElse(List.of());
    }

    private List<String> lines(CaseView found, boolean whole, Locale locale) {
        List<String> lines = new ArrayList<>();
        Optional.ofNullable(found.mainPerson())
                .flatMap(persons::find)
                .ifPresent(child -> lines.add(child(child, locale)));
        if (whole && Cases.tellsReasons(access, found, actors.current())) {
            lines.addAll(found.gradeReasons());
        }
        Optional.ofNullable(found.responsible())
                .flatMap(actors::of)
                .ifPresent(officer -> lines.add(say(
                        "case.summary.responsible",
                        locale,
                        officer.officer().name(),
                        posts.unitOf(officer.officer().id()).orElse(""))));
        return lines;
    }

    private String child(PersonView child, Locale locale) {
        String sex = say("person.sex." + child.sex(), locale);
        String age = child.age() == null
                ? say("person.age.unknown", locale)
                : say(child.birthEstimated() ? "person.age.about" : "person.age", locale, child.age());
        return say("case.summary.child", locale, child.name(), sex, age);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
