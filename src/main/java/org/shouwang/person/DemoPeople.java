package org.shouwang.person;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Fills the demo county with its invented households, all of them or none, once. */
@Component
@Profile("demo")
@Order(200)
class DemoPeople implements ApplicationRunner {

    private final JdbcClient jdbc;
    private final Persons persons;
    private final Families families;
    private final RowIdentity identity;

    DemoPeople(JdbcClient jdbc, Persons persons, Families families, RowIdentity identity) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.families = families;
        this.identity = identity;
    }

    @Override
    @Transactional
    public void run(@Nullable ApplicationArguments arguments) throws IOException {
        // Two nodes may start at once; the second waits here and finds everything done.
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('demo-people'))")
                .query(Integer.class)
                .single();
        List<Home> homes = read();
        identity.as(RowService.REGISTER, () -> fill(homes));
    }

    private boolean fill(List<Home> homes) {
        boolean empty = !there(homes.get(0));
        if (empty) {
            homes.forEach(this::found);
        }
        return empty;
    }

    private boolean there(Home home) {
        return jdbc.sql("select exists (select from household where id = ?)")
                .param(household(home))
                .query(Boolean.class)
                .single();
    }

    private void found(Home home) {
        families.foundAs(household(home), home.division(), home.address(), null);
        for (Member member : home.people()) {
            persons.open(person(member.key()), facts(member, home), "open", FactSource.DEMO, null);
        }
        for (Kin kin : orNone(home.kin())) {
            families.relateAs(person(kin.person()), person(kin.relative()), kin.relation(), FactSource.DEMO, null);
        }
        for (Care care : orNone(home.guardians())) {
            UUID child = person(care.child());
            UUID guardian = person(care.guardian());
            families.relateAs(child, guardian, care.relation(), FactSource.DEMO, null);
            Guardianship terms =
                    new Guardianship(care.capacity(), care.whereabouts(), LocalDate.parse(care.from()), null);
            families.appointAs(child, guardian, terms, FactSource.DEMO, null);
        }
    }

    private static Facts facts(Member member, Home home) {
        return Facts.of(new NewPerson(
                member.name(),
                member.sex(),
                LocalDate.parse(member.born()),
                false,
                member.idNumber(),
                member.noIdNumber(),
                member.phone(),
                home.division(),
                household(home),
                FactSource.DEMO));
    }

    private static List<Home> read() throws IOException {
        YAMLMapper yaml = YAMLMapper.builder()
                .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.KEBAB_CASE)
                .build();
        try (InputStream file = new ClassPathResource("demo/people.yaml").getInputStream()) {
            return yaml.readValue(file, People.class).households();
        }
    }

    private static UUID household(Home home) {
        return fixed("household/" + home.key());
    }

    private static UUID person(String key) {
        return fixed("person/" + key);
    }

    /** The same at every start and on every machine. */
    private static UUID fixed(String key) {
        return UUID.nameUUIDFromBytes(("shouwang-demo/" + key).getBytes(StandardCharsets.UTF_8));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private record People(List<Home> households) {}

    private record Home(
            String key,
            String division,
            String address,
            List<Member> people,
            @Nullable List<Care> guardians,
            @Nullable List<Kin> kin) {}

    private record Member(
            String key,
            String name,
            String sex,
            String born,
            @Nullable String idNumber,
            @Nullable IdReason noIdNumber,
            @Nullable String phone) {}

    private record Care(
            String child, String guardian, String relation, String capacity, String whereabouts, String from) {}

    private record Kin(String person, String relative, String relation) {}
}
