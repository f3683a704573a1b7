package org.shouwang.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who lives with whom, who is related to whom, who is answerable for whom. */
@Service
@Transactional
public class Families {

    private static final String ADDRESS_PLACE = "household.address";
    private static final Pattern RELATION = Pattern.compile("[0-9]{2}");

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final PersonViews views;
    private final GuardianTable guardians;
    private final Clock clock;

    Families(JdbcClient jdbc, Secrecy secrecy, PersonViews views, GuardianTable guardians, Clock clock) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.views = views;
        this.guardians = guardians;
        this.clock = clock;
    }

    /** A new household, empty until persons name it as theirs. */
    public UUID found(String division, @Nullable String address, Actor by) {
        return foundAs(Ids.next(), division, address, by.officer().id());
    }

    /**
     * Records that {@code relative} is the {@code relation} of {@code person}; told again, the newer word holds and the older stays.
     *
     * @param relation GB/T 4761 code, such as {@code 51} father
     */
    public void relate(UUID person, UUID relative, String relation, FactSource source, Actor by) {
        relateAs(person, relative, relation, source, by.officer().id());
    }

    /** Records that {@code guardian} answers for {@code ward} from {@code from} on. */
    public UUID appoint(UUID ward, UUID guardian, Guardianship guardianship, FactSource source, Actor by) {
        return appointAs(ward, guardian, guardianship, source, by.officer().id());
    }

    /** With its address, protected or not: {@link ProtectedAddresses} says who reads it. */
    Optional<Household> household(UUID person) {
        return jdbc.sql("""
                        select household.id, household.division, household.address, protected_since from household
                        join person on person.household_id = household.id
                        where person.id = ? and household.sealed_class = 'open'""")
                .param(person)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    byte[] address = row.getBytes("address");
                    String plain = address == null ? null : secrecy.open(ADDRESS_PLACE, id, address);
                    return new Household(
                            id,
                            row.getString("division"),
                            plain,
                            row.getTimestamp("protected_since") != null,
                            views.ofHousehold(id));
                })
                .optional();
    }

    List<Guardian> guardiansOf(UUID ward) {
        return guardians.of(ward, LocalDate.now(clock));
    }

    UUID foundAs(UUID id, String division, @Nullable String address, @Nullable UUID by) {
        jdbc.sql("""
                        insert into household (id, division, address, created_by, created_at)
                        values (:id, :division, :address, :by, :at)""")
                .param("id", id)
                .param("division", division)
                .param("address", address == null ? null : secrecy.seal(ADDRESS_PLACE, id, address))
                .param("by", by)
                .param("at", now())
                .update();
        return id;
    }

    void relateAs(UUID person, UUID relative, String relation, FactSource source, @Nullable UUID by) {
        if (!RELATION.matcher(relation).matches()) {
            throw Refusal.invalid(List.of(FieldProblem.at("relation", "person-code")));
        }
        jdbc.sql("""
                        update kinship set replaced_at = :at
                        where person_id = :person and relative_id = :relative and replaced_at is null""")
                .param("person", person)
                .param("relative", relative)
                .param("at", now())
                .update();
        jdbc.sql("""
                        insert into kinship (id, person_id, relative_id, relation, division, sealed_class, source,
                            recorded_by, recorded_at)
                        select :id, id, :relative, :relation, division, sealed_class, :source, :by, :at
                        from person where id = :person""")
                .param("id", Ids.next())
                .param("person", person)
                .param("relative", relative)
                .param("relation", relation)
                .param("source", source.key())
                .param("by", by)
                .param("at", now())
                .update();
    }

    UUID appointAs(UUID ward, UUID guardian, Guardianship guardianship, FactSource source, @Nullable UUID by) {
        return guardians.insert(ward, guardian, guardianship, source, by, now());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
