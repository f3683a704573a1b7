package org.shouwang.person;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One person, one file. Search before you create. What others may see of a file is for the asker to judge with
 * {@link PersonView#subject()}; lists leave sealed files out of themselves.
 */
@Service
@Transactional
public class Persons {

    private final PersonTable table;
    private final PersonViews views;
    private final PersonHistory history;
    private final PersonCheck check;
    private final Families families;
    private final Journal journal;
    private final MessageSource messages;
    private final Clock clock;
    private final RowIdentity identity;

    Persons(
            PersonTable table,
            PersonViews views,
            PersonHistory history,
            PersonCheck check,
            Families families,
            Journal journal,
            MessageSource messages,
            Clock clock,
            RowIdentity identity) {
        this.table = table;
        this.views = views;
        this.history = history;
        this.check = check;
        this.families = families;
        this.journal = journal;
        this.messages = messages;
        this.clock = clock;
        this.identity = identity;
    }

    /**
     * Opens a file.
     *
     * @param by null when nobody's name may stand on it, as for a child somebody reported
     * @throws Refusal 422 naming every wrong field; 409 when an open file within this officer's reach has this ID number
     */
    public UUID create(NewPerson person, @Nullable Actor by) {
        check.check(person);
        return open(
                Ids.next(),
                Facts.of(person),
                "open",
                person.source(),
                by == null ? null : by.officer().id());
    }

    /**
     * Opens a file that is in nobody's register: no search finds it, it is read on the case it belongs to. In nobody's
     * name, as {@link #create} without an officer.
     */
    public UUID createSealed(NewPerson person) {
        check.check(person);
        return open(Ids.next(), Facts.of(person), "restricted", person.source(), null);
    }

    /**
     * Opens a file for somebody nobody knows; told who it is later by {@link #change}.
     *
     * @param sex GB/T 2261.1 code
     * @param aboutAge as it seems, null when nobody can say
     */
    public UUID unidentified(
            String division, String sex, @Nullable Integer aboutAge, FactSource source, @Nullable Actor by) {
        return create(unknown(division, sex, aboutAge, source), by);
    }

    /** What can be said of somebody nobody knows, for {@link #create} and {@link #createSealed}. */
    public NewPerson unknown(String division, String sex, @Nullable Integer aboutAge, FactSource source) {
        LocalDate birth = aboutAge == null ? null : LocalDate.now(clock).minusYears(aboutAge);
        String name = messages.getMessage("person.unidentified", null, Locale.CHINA);
        return new NewPerson(
                name, sex, birth, birth != null, null, IdReason.UNIDENTIFIED, null, division, null, source);
    }

    /**
     * Changes a file; what it said before stays in its history.
     *
     * @param version the one that was looked at
     * @throws Refusal 409 when somebody else changed the file meanwhile
     */
    public void change(UUID person, int version, PersonChange change, Actor by) {
        check.check(change);
        Facts before = table.facts(person).orElseThrow(Refusal::notFound);
        Facts after = before.with(change);
        refuseTaken(person, after);
        UUID officer = by.officer().id();
        if (!table.update(person, version, after, change.source(), officer, clock.instant())) {
            throw Refusal.conflict("person-changed");
        }
        tell("person.changed", person, officer, Map.of("source", change.source().key()));
    }

    /** The file's head, sealed or not: judge before you show it. */
    @Transactional(readOnly = true)
    public Optional<PersonView> find(UUID person) {
        return views.find(person);
    }

    /** As {@link #find}, for several. */
    @Transactional(readOnly = true)
    public List<PersonView> findAll(Collection<UUID> persons) {
        return views.findAll(persons);
    }

    /** The whole file, with where each fact comes from; that it was read goes into the journal. */
    public Optional<PersonFile> file(UUID person, Actor by) {
        Optional<PersonFile> file = views.find(person).map(this::file);
        file.ifPresent(read -> tell("person.read", person, by.officer().id(), Map.of("read", "identity")));
        return file;
    }

    /** The whole ID number, for a paper that has to carry it; that it was read goes into the journal. */
    public Optional<String> idNumber(UUID person, Actor by) {
        Optional<String> number = table.facts(person).map(Facts::idNumber).map(IdNumber::value);
        number.ifPresent(read -> tell("person.read", person, by.officer().id(), Map.of("read", "id-number")));
        return number;
    }

    /** Codes of facts in the file that contradict each other; worth telling, never a reason to stop. */
    @Transactional(readOnly = true)
    public List<String> warnings(UUID person) {
        return table.facts(person).orElseThrow(Refusal::notFound).warnings();
    }

    /** Open files only, by a piece of the name or a whole ID number, the nearest names first. */
    @Transactional(readOnly = true)
    public List<PersonView> search(PersonSearch search, int limit) {
        String piece = Names.searchable(search.text());
        if (piece.isEmpty()) {
            return search.withinOneTownship() ? views.everybody(search, limit) : List.of();
        }
        if (IdNumber.fault(piece, LocalDate.now(clock)).isEmpty()) {
            return views.byIdNumber(table.index(new IdNumber(piece)), search, limit);
        }
        // Twice as many, because a name such as 小小 is found once for each of its endings.
        return views.byName(piece, search, 2 * limit).stream()
                .distinct()
                .limit(limit)
                .toList();
    }

    /** Brothers and sisters, half ones included, the eldest first. */
    @Transactional(readOnly = true)
    public List<PersonView> siblingsOf(UUID person) {
        return views.siblingsOf(person);
    }

    /** Who is answerable for this person today. */
    @Transactional(readOnly = true)
    public List<Guardian> guardiansOf(UUID person) {
        return families.guardiansOf(person);
    }

    /** Opens a file under an id made elsewhere; {@code by} is null when nobody in particular did. */
    UUID open(UUID id, Facts facts, String sealedClass, FactSource source, @Nullable UUID by) {
        refuseTaken(id, facts);
        identity.open(id);
        Instant now = clock.instant();
        table.insert(id, facts, sealedClass, source, by, now);
        tell("person.created", id, by, Map.of("source", source.key()));
        return id;
    }

    private PersonFile file(PersonView person) {
        Facts facts = table.facts(person.id()).orElseThrow(Refusal::notFound);
        IdNumber number = facts.idNumber();
        return new PersonFile(
                person,
                number == null ? null : number.masked(),
                facts.idReason(),
                facts.phone(),
                history.origins(person.id()),
                facts.warnings());
    }

    private void refuseTaken(UUID person, Facts facts) {
        IdNumber number = facts.idNumber();
        if (number == null) {
            return;
        }
        table.oneAtATime(number);
        // Among the files this officer could have found: of another one nothing is told, it is compared later.
        if (table.taken(number, person)) {
            throw Refusal.conflict("id-number-taken");
        }
    }

    private void tell(String act, UUID person, @Nullable UUID officer, Map<String, String> details) {
        journal.append(new Event(act, null, officer, null, null, person.toString(), details));
    }
}
