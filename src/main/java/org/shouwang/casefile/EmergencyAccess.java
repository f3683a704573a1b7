package org.shouwang.casefile;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Emergency;
import org.shouwang.access.Officer;
import org.shouwang.access.Posts;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.notification.Notices;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Workflow;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Emergency access (紧急查阅): an officer who has to act now and does not reach a case reads it for three hours. Of one
 * case, by its whole number; not what people told, no file, no address, nothing restricted, and to read only. The
 * responsible person hears of it at once, and another person looks at it the next working day.
 */
@Service
@Transactional
public class EmergencyAccess {

    /** How long it lasts; it ends by itself. */
    public static final Duration LASTS = Duration.ofHours(3);

    /** Longest reason, in characters. */
    public static final int LONGEST = 500;

    private static final String REVIEW = "emergency-access-review";
    private static final String HEAD = "county-supervisor";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{6}-[0-9]{4}-[0-9]{5}");

    private final CaseStore cases;
    private final EmergencyStore store;
    private final Access access;
    private final Posts posts;
    private final Notices notices;
    private final Workflow workflow;
    private final Catalogues catalogues;
    private final Journal journal;
    private final RowIdentity identity;
    private final Clock clock;

    EmergencyAccess(
            CaseStore cases,
            EmergencyStore store,
            Access access,
            Posts posts,
            Notices notices,
            Workflow workflow,
            Catalogues catalogues,
            Journal journal,
            RowIdentity identity,
            Clock clock) {
        this.cases = cases;
        this.store = store;
        this.access = access;
        this.posts = posts;
        this.notices = notices;
        this.workflow = workflow;
        this.catalogues = catalogues;
        this.journal = journal;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Opens a case in an emergency; what one may read anyway, or has opened already, is not opened again.
     *
     * @param number the whole number of the case
     * @param ground code of {@code EMERGENCY_GROUND}
     * @return the case; empty alike when there is none of this number and when it may not be opened
     * @throws Refusal 422 when ground or reason is missing
     */
    public Optional<UUID> open(String number, String ground, String reason, Actor by) {
        String words = checked(ground, reason);
        String asked = number.strip();
        Optional<CaseView> found = NUMBER.matcher(asked).matches()
                ? identity.as(RowService.EMERGENCY, () -> cases.findByNumber(asked))
                : Optional.empty();
        Optional<CaseView> granted = found.filter(each ->
                access.may(by, "case.read", each.subject()) || access.may(by, "case.emergency", each.subject()));
        if (granted.isEmpty()) {
            // That somebody tries numbers is for the auditor to see; typed words are not for the journal.
            journal.append(refused(by, NUMBER.matcher(asked).matches() ? Map.of("number", asked) : Map.of()));
        }
        granted.filter(each -> !access.may(by, "case.read", each.subject()))
                .ifPresent(each -> grant(each, ground, words, by));
        return granted.map(CaseView::id);
    }

    private void grant(CaseView of, String ground, String reason, Actor by) {
        identity.open(of.id());
        Emergency emergency =
                new Emergency(Ids.next(), of.id(), ground, clock.instant().plus(LASTS), "emergency");
        store.insert(emergency, of.subject(), null, reason, by);
        journal.append(CaseEntry.of(
                "emergency.opened",
                of.id(),
                by,
                of.stage(),
                Map.of("ground", ground, "emergency", emergency.id().toString())));
        toTell(of)
                .distinct()
                .filter(officer -> !officer.equals(by.officer().id()))
                .forEach(officer -> notices.tell(officer, "emergency-opened", of.id(), "/cases/" + of.id()));
        store.reviewedIn(
                emergency.id(),
                workflow.start(
                        REVIEW,
                        of.workSubject(),
                        Map.of("opener", by.officer().id().toString(), "grade", of.grade())));
    }

    /** The responsible person, and the county's head who will look at it. */
    private Stream<UUID> toTell(CaseView of) {
        Stream<UUID> heads = posts.nearest(HEAD, of.division()).stream()
                .flatMap(place -> posts.holders(HEAD, place).stream())
                .map(Officer::id);
        return Stream.concat(Stream.ofNullable(of.responsible()), heads);
    }

    private String checked(String ground, String reason) {
        if (catalogues.current().codes().find("EMERGENCY_GROUND").stream().noneMatch(list -> list.items().stream()
                .anyMatch(item -> item.key().equals(ground)))) {
            throw Refusal.invalid(List.of(FieldProblem.at("ground", "emergency-ground")));
        }
        String words = reason.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "emergency-reason")));
        }
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "emergency-reason-long", LONGEST)));
        }
        return words;
    }

    private static Event refused(Actor by, Map<String, String> details) {
        UUID agency = by.mainPost().map(post -> post.agency()).orElse(null);
        return new Event("emergency.refused", null, by.officer().id(), agency, null, null, details);
    }
}
