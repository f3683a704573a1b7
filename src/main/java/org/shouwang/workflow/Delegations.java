package org.shouwang.workflow;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Officer;
import org.shouwang.access.Post;
import org.shouwang.access.Scope;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.notification.Notices;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delegation during leave (请假代办): a deputy holds the posts of an absent officer until a last day. Declared by the
 * officer, it hands over tasks and parts in cases too; declared by a superior, only what the post reaches.
 */
@Service
@Transactional
public class Delegations {

    /** Default, not law: longer than that, a post is filled anew. */
    public static final Period LONGEST = Period.ofMonths(6);

    private static final String DECLARE = "delegation.declare";

    private final DelegationStore store;
    private final Access access;
    private final Catalogues catalogues;
    private final Notices notices;
    private final Journal journal;

    Delegations(DelegationStore store, Access access, Catalogues catalogues, Notices notices, Journal journal) {
        this.store = store;
        this.access = access;
        this.catalogues = catalogues;
        this.notices = notices;
        this.journal = journal;
    }

    /** What somebody asks for; what is missing is refused by name. */
    public record Asked(
            @Nullable UUID deputy,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String ground) {}

    /** Running and coming ones that are the actor's to know of. */
    @Transactional(readOnly = true)
    public List<Delegation> current(Actor by) {
        return store.current(by, places());
    }

    /** Officers for whom the actor may arrange a deputy; nobody where that is not the actor's to do. */
    @Transactional(readOnly = true)
    public List<Officer> subordinates(Actor by) {
        List<Scope.Range> places = places();
        return places.isEmpty()
                ? List.of()
                : store.within(places).stream()
                        .filter(officer -> !officer.id().equals(by.officer().id()))
                        .toList();
    }

    /**
     * Who could stand in for an officer.
     *
     * @throws Refusal 404 where that is not the actor's to arrange
     */
    @Transactional(readOnly = true)
    public List<Officer> deputies(UUID officer, Actor by) {
        judge(officer, by);
        return store.deputies(officer).stream()
                .filter(other -> !other.id().equals(by.officer().id()))
                .toList();
    }

    /**
     * Arranges a deputy.
     *
     * @param officer who is absent
     * @throws Refusal 422 naming what is wrong, 409 when somebody stands in already
     */
    public UUID declare(UUID officer, Asked asked, Actor by) {
        Delegation checked = checked(officer, asked, by);
        if (store.overlaps(officer, checked.from(), checked.until())) {
            throw Refusal.conflict("delegation-exists");
        }
        store.insert(checked);
        journal.append(event("delegation.declared", checked, by));
        tell(checked, by);
        return checked.id();
    }

    /**
     * Ends it today, before its time: by the officer, the deputy, or a superior.
     *
     * @throws Refusal 404 for everybody else, and when it has ended
     */
    public void end(UUID id, Actor by) {
        Delegation found = store.lock(id).orElseThrow(Refusal::notFound);
        if (!found.deputy().equals(by.officer().id())) {
            judge(found.officer(), by);
        }
        store.end(id, by.officer().id());
        journal.append(event("delegation.ended", found, by));
        tell(found, by);
    }

    private Delegation checked(UUID officer, Asked asked, Actor by) {
        if (deputies(officer, by).stream().noneMatch(each -> each.id().equals(asked.deputy()))) {
            throw wrong("deputy", "delegation-deputy");
        }
        LocalDate from = asked.from();
        LocalDate until = asked.until();
        if (from == null || from.isBefore(store.today())) {
            throw wrong("from", "delegation-from");
        }
        if (until == null || until.isBefore(from) || until.isAfter(from.plus(LONGEST))) {
            throw wrong("until", "delegation-until", LONGEST.getMonths());
        }
        if (catalogues.current().codes().find("ABSENCE").stream().noneMatch(list -> list.items().stream()
                .anyMatch(item -> item.key().equals(asked.ground())))) {
            throw wrong("ground", "delegation-ground");
        }
        UUID deputy = java.util.Objects.requireNonNull(asked.deputy());
        return new Delegation(
                Ids.next(),
                officer,
                deputy,
                asked.ground(),
                from,
                until,
                by.officer().id());
    }

    private void judge(UUID officer, Actor by) {
        if (!officer.equals(by.officer().id())
                && subordinates(by).stream().noneMatch(each -> each.id().equals(officer))) {
            throw Refusal.notFound();
        }
    }

    /** Where the actor may arrange deputies for others; a post held as a deputy does not pass on. */
    private List<Scope.Range> places() {
        return access.may(DECLARE) ? access.scope(DECLARE).territory() : List.of();
    }

    private void tell(Delegation of, Actor by) {
        Set.of(of.officer(), of.deputy()).stream()
                .filter(each -> !each.equals(by.officer().id()))
                .forEach(each -> notices.tell(each, "delegation", null, "/delegations"));
    }

    private static Refusal wrong(String field, String code, Object... arguments) {
        return Refusal.invalid(List.of(FieldProblem.at(field, code, arguments)));
    }

    private static Event event(String act, Delegation of, Actor by) {
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        Map<String, String> details = Map.of(
                "officer", of.officer().toString(),
                "deputy", of.deputy().toString(),
                "ground", of.ground(),
                "from", of.from().toString(),
                "until", of.until().toString());
        return new Event(act, null, by.officer().id(), agency, null, of.id().toString(), details);
    }
}
