package org.shouwang.finding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Post;
import org.shouwang.access.Scope;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.person.Names;
import org.shouwang.person.PersonSearch;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.WorkSubject;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hints (提示): that a child should be looked after. Whoever goes there is told the name and nothing else; what the county
 * may know of it is told to the county.
 */
@Service
@Transactional
public class Hints {

    /** Lists there are. */
    public static final List<String> LISTS = List.of("open", "done", "expired");

    private static final String PROCESS = "hint";
    private static final int PROPOSED = 5;
    private static final UUID LAST = new UUID(-1L, -1L);

    private final HintStore store;
    private final SourceKinds kinds;
    private final Divisions divisions;
    private final Persons persons;
    private final Workflow workflow;
    private final Access access;
    private final RowIdentity identity;
    private final Journal journal;
    private final Clock clock;

    Hints(
            HintStore store,
            SourceKinds kinds,
            Divisions divisions,
            Persons persons,
            Workflow workflow,
            Access access,
            RowIdentity identity,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.divisions = divisions;
        this.persons = persons;
        this.workflow = workflow;
        this.access = access;
        this.identity = identity;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether somebody is sent there already, by a hint of this kind that has not ended. */
    boolean known(SourceKind kind, ListedChild child) {
        byte[] same = store.same(kind.key(), child.identity());
        return identity.as(RowService.MATCHING, () -> store.known(same, LocalDate.now(clock)));
    }

    /** Sends somebody: the director of the village, or for what the law wants reported the county alone. */
    void open(SourceKind kind, SourceList list, ListedChild child) {
        open(kind, list.id(), list.division(), child);
    }

    /** A check found a child somebody should look in on once more; one who is looked in on already is not doubled. */
    void openOf(VillageCheck check, ListedChild child) {
        SourceKind kind = kinds.find(SourceKinds.CHECK).orElseThrow();
        String county = divisions.upwards(check.division()).stream()
                .filter(each -> each.level().equals("county"))
                .map(Division::code)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (!known(kind, child)) {
            open(kind, check.id(), county, child);
        }
    }

    private void open(SourceKind kind, UUID list, String county, ListedChild child) {
        UUID id = Ids.next();
        String division = kind.reportable() ? county : child.division();
        Hint hint = new Hint(
                id, store.nextNumber(), child.name(), "open", null, 0, clock.instant(), null, division, "open");
        HintOrigin origin = new HintOrigin(
                kind.key(),
                list,
                child.row(),
                child.idNumber(),
                child.birthDate(),
                child.situation(),
                child.division(),
                LocalDate.now(clock).plus(kind.lives()),
                null);
        store.insert(hint);
        store.insert(hint, origin, store.same(kind.key(), child.identity()), county);
        journal.append(new Event("hint.opened", id, null, null, "reporting", null, Map.of()));
        workflow.start(PROCESS, subject(hint), Map.of("handledBy", kind.reportable() ? "county" : "village"));
    }

    static WorkSubject subject(Hint hint) {
        return new WorkSubject(
                hint.id(),
                Hint.KIND,
                hint.number(),
                hint.name(),
                hint.division(),
                hint.sealedClass(),
                null,
                "reporting");
    }

    /** The hint and where it comes from, as the county reads it. */
    public record Whole(Hint hint, HintOrigin origin) {}

    /** @param next what to ask on with; null at the end */
    public record Page(List<Whole> items, @Nullable String next) {}

    /**
     * One page for the county, the newest first; that it was read goes into the journal.
     *
     * @param list one of {@link #LISTS}
     */
    public Page page(String list, @Nullable String after, int limit, Actor by) {
        if (!LISTS.contains(list)) {
            throw Refusal.notFound();
        }
        Scope scope = access.scope("hint.read");
        Cursor from = Cursor.parse(after);
        List<Hint> found = store.page(list, scope, from.at(), from.id(), limit + 1);
        List<Whole> items = found.stream()
                .limit(limit)
                .flatMap(hint -> store.origin(hint.id()).map(origin -> new Whole(hint, origin)).stream())
                .toList();
        journal.append(event("hint.list", null, by, Map.of("list", list, "rows", String.valueOf(items.size()))));
        Hint last = found.size() <= limit ? null : found.get(limit - 1);
        return new Page(items, last == null ? null : last.receivedAt() + "~" + last.id());
    }

    private record Cursor(Instant at, UUID id) {

        static Cursor parse(@Nullable String after) {
            if (after == null) {
                return new Cursor(Instant.parse("9999-12-31T00:00:00Z"), LAST);
            }
            try {
                String[] parts = after.split("~", 2);
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (RuntimeException e) {
                throw Refusal.malformed("malformed");
            }
        }
    }

    /**
     * One hint with where it comes from; that it was read goes into the journal.
     *
     * @throws Refusal 404 when it is not there, or not within reach
     */
    public Whole read(UUID id, Actor by) {
        Hint hint = require("hint.read", id);
        HintOrigin origin = store.origin(id).orElseThrow(Refusal::notFound);
        journal.append(event("hint.read", id, by, Map.of("read", "source")));
        return new Whole(hint, origin);
    }

    private Hint require(String act, UUID id) {
        Hint hint = store.find(id).orElseThrow(Refusal::notFound);
        access.require(act, hint.subject());
        return hint;
    }

    /** Whose file it may be: by ID number, or else by name and birth date in that village; only open files, only proposed. */
    @Transactional(readOnly = true)
    public List<PersonView> proposed(Whole whole) {
        HintOrigin origin = whole.origin();
        String number = origin.idNumber();
        if (number != null) {
            List<PersonView> found = access.scope("hint.read").territory().stream()
                    .flatMap(
                            range -> persons
                                    .search(
                                            new PersonSearch(number, range.first(), range.last(), false, false),
                                            PROPOSED)
                                    .stream())
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        String name = Names.clean(whole.hint().name());
        LocalDate birth = origin.birthDate();
        return birth == null
                ? List.of()
                : persons
                        .search(new PersonSearch(name, origin.village(), origin.village(), true, false), 4 * PROPOSED)
                        .stream()
                        .filter(person -> name.equals(Names.clean(person.name())) && birth.equals(person.birthDate()))
                        .limit(PROPOSED)
                        .toList();
    }

    /**
     * Says whose file it is.
     *
     * @throws Refusal 422 for a person who was not proposed
     */
    public void match(UUID id, UUID person, Actor by) {
        require("hint.match", id);
        Whole whole = read(id, by);
        if (Stream.concat(
                        proposed(whole).stream().map(PersonView::id),
                        Stream.ofNullable(whole.origin().person()))
                .noneMatch(person::equals)) {
            throw Refusal.invalid(List.of(FieldProblem.at("person", "hint-person")));
        }
        store.matched(id, person, by.officer().id(), clock.instant());
        journal.append(event("hint.matched", id, by, Map.of("person", person.toString())));
    }

    /** Whose file it was said to be, for whoever may read it. */
    @Transactional(readOnly = true)
    public Optional<PersonView> person(HintOrigin origin) {
        return Optional.ofNullable(origin.person())
                .flatMap(persons::find)
                .filter(person -> access.may("person.read", person.subject()));
    }

    static Event event(String act, @Nullable UUID hint, Actor by, Map<String, String> details) {
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        return new Event(act, hint, by.officer().id(), agency, hint == null ? null : "reporting", null, details);
    }
}
