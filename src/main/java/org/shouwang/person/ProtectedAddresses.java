package org.shouwang.person;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses nobody may learn but those who place children (法发〔2022〕10号 第四条): a moved victim's, a shelter's, a foster
 * family's. Setting and lifting the mark, and every opening of such an address with its ground, are in the journal.
 */
@Service
@Transactional
public class ProtectedAddresses {

    /** Longest reason, in characters. */
    public static final int LONGEST = 200;

    private static final String SET = "address.protect";
    private static final String OPEN = "address.open";
    private static final String REASON = "household.protected_reason";
    private static final String LIFTED = "household.lifted_reason";

    private final Families families;
    private final PersonViews views;
    private final Access access;
    private final Catalogues catalogues;
    private final Secrecy secrecy;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    ProtectedAddresses(
            Families families,
            PersonViews views,
            Access access,
            Catalogues catalogues,
            Secrecy secrecy,
            JdbcClient jdbc,
            Journal journal,
            Clock clock) {
        this.families = families;
        this.views = views;
        this.access = access;
        this.catalogues = catalogues;
        this.secrecy = secrecy;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** With whom a person lives, and where, unless the address is protected: that has to be asked for. */
    @Transactional(readOnly = true)
    public Optional<Household> household(PersonView person) {
        return families.household(person.id()).map(found -> found.isProtected() ? found.withoutAddress() : found);
    }

    /** Whether this reader may ask for a protected address. */
    @Transactional(readOnly = true)
    public boolean mayOpen(PersonView person, Actor reader) {
        return access.may(reader, OPEN, person.subject());
    }

    /**
     * Shows where a person lives whose address is protected.
     *
     * @param ground code of {@code ADDRESS_GROUND}
     * @throws Refusal 404 where there is no such person, 403 where it is not for this officer, 409 where no address is
     *     protected, 422 without a ground
     */
    public Household open(UUID person, String ground, Actor by) {
        PersonView found = views.find(person).orElseThrow(Refusal::notFound);
        access.require("person.read", found.subject());
        access.require(OPEN, found.subject());
        if (!catalogues.current().codes().get("ADDRESS_GROUND").has(ground)) {
            throw Refusal.invalid(List.of(FieldProblem.at("ground", "address-ground")));
        }
        Household household = families.household(person)
                .filter(Household::isProtected)
                .orElseThrow(() -> Refusal.conflict("address-not-protected"));
        journal.append(event("address.opened", person, by, Map.of("ground", ground)));
        return household;
    }

    /** Whether this reader sets and lifts the mark. */
    @Transactional(readOnly = true)
    public boolean mayProtect(PersonView person, Actor reader) {
        return access.may(reader, SET, person.subject());
    }

    /**
     * Protects the address of a person's household, for everybody in it.
     *
     * @throws Refusal 404 where there is no such person, 403 where it is not this officer's to do, 409 without a
     *     household or when it is protected already, 422 without a reason
     */
    public void protect(UUID person, String reason, Actor by) {
        Household household = judged(person);
        String words = checked(reason);
        if (household.isProtected()) {
            throw Refusal.conflict("address-protected");
        }
        jdbc.sql("""
                        update household set protected_since = :since, protected_by = :by, protected_reason = :reason,
                            lifted_reason = null
                        where id = :id""")
                .param("since", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", by.officer().id())
                .param("reason", secrecy.seal(REASON, household.id(), words))
                .param("id", household.id())
                .update();
        journal.append(event("address.protected", person, by, Map.of()));
    }

    /** Lifts the mark; throws as {@link #protect}. */
    public void lift(UUID person, String reason, Actor by) {
        Household household = judged(person);
        String words = checked(reason);
        if (!household.isProtected()) {
            throw Refusal.conflict("address-not-protected");
        }
        jdbc.sql("""
                        update household set protected_since = null, protected_by = null, protected_reason = null,
                            lifted_reason = :reason
                        where id = :id""")
                .param("reason", secrecy.seal(LIFTED, household.id(), words))
                .param("id", household.id())
                .update();
        journal.append(event("address.lifted", person, by, Map.of()));
    }

    private Household judged(UUID person) {
        PersonView found = views.find(person).orElseThrow(Refusal::notFound);
        access.require("person.read", found.subject());
        access.require(SET, found.subject());
        return families.household(person).orElseThrow(() -> Refusal.conflict("address-none"));
    }

    private static String checked(String reason) {
        String words = reason.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "address-reason")));
        }
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "address-reason-long", LONGEST)));
        }
        return words;
    }

    private static Event event(String act, UUID person, Actor by, Map<String, String> details) {
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        return new Event(act, person, by.officer().id(), agency, null, null, details);
    }
}
