package org.shouwang.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.access.Access;
import org.shouwang.access.Actors;
import org.shouwang.access.Sight;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.form.FormVersions;
import org.shouwang.workflow.form.Records;
import org.shouwang.workflow.form.StoredRecord;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the child itself said, before whoever decides (未成年人保护法 第四条、第十九条), as far as the matrix lets them read it. */
@Component
class ChildsWords implements SubjectSummary {

    /** Forms by which something is decided about the child. */
    private static final Set<String> DECISIONS = Set.of(
            "F03-handover",
            "F04-screening",
            "F04-guardianship",
            "F04-condition",
            "F05-guardianship-assessment",
            "F06-conference",
            "F07-temporary-guardianship",
            "F08-plan",
            "F19-revocation-application",
            "F22-closing",
            "S03-approve-grade",
            "S05-review",
            "S06-approve-closing",
            "S08-guardianship-review",
            "S11-new-guardian",
            "S13-after-refusal");

    /** What forms call the child's own words. */
    private static final List<String> FIELDS = List.of("childWords", "childWish", "childView");

    private static final int READ = 50;
    private static final int SHOWN = 3;

    private final CaseStore store;
    private final Records records;
    private final FormVersions versions;
    private final Access access;
    private final Actors actors;
    private final MessageSource messages;
    private final Clock clock;

    ChildsWords(
            CaseStore store,
            Records records,
            FormVersions versions,
            Access access,
            Actors actors,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.versions = versions;
        this.access = access;
        this.actors = actors;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public String heading() {
        return "child-words";
    }

    /** Only a task that decides asks. */
    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return List.of();
    }

    @Override
    public List<String> lines(InboxTask task, boolean whole, Locale locale) {
        if (!whole || !DECISIONS.contains(task.form())) {
            return List.of();
        }
        return store.find(task.subjectId()).map(found -> said(found, locale)).orElse(List.of());
    }

    private List<String> said(CaseView found, Locale locale) {
        Sight sight = access.sight(actors.current(), found.subject());
        List<String> said = records.latest(found.id(), READ, sight::sees).stream()
                .filter(each -> sight.reads(each.form(), each.officer()))
                .flatMap(each -> words(each, locale))
                .limit(SHOWN)
                .toList();
        boolean silent = said.isEmpty() && sight.sees("F04-screening", null, "childWords", "narrative");
        return silent ? List.of(messages.getMessage("case.child-words.none", null, locale)) : said;
    }

    private Stream<String> words(StoredRecord record, Locale locale) {
        return FIELDS.stream()
                .map(field -> record.data().path(field).asString(""))
                .filter(words -> !words.isBlank())
                .map(words -> messages.getMessage(
                        "case.child-words",
                        new Object[] {
                            LocalDate.ofInstant(record.at(), clock.getZone()).toString(), title(record, locale), words
                        },
                        locale));
    }

    private String title(StoredRecord record, Locale locale) {
        return versions.find(record.form(), record.version())
                .map(form -> form.title().in(locale))
                .orElse(record.form());
    }
}
