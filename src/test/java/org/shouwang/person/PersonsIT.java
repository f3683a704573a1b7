package org.shouwang.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.access.Actor;
import org.shouwang.access.Divisions;
import org.shouwang.access.Officer;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.testing.BareDatabase;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Files, search and family on a real PostgreSQL, as the application logs in. */
@NullUnmarked
class PersonsIT {

    private static final String VILLAGE = "450223102981";
    private static final String OTHER = "450223103981";
    private static final String NUMBER = "11010519491231002X";
    private static final Actor DIRECTOR =
            new Actor(new Officer(UUID.randomUUID(), "director", "韦静仪"), List.of(), Set.of(), List.of());

    @TempDir
    static Path keys;

    private static AnnotationConfigApplicationContext context;
    private static Persons persons;
    private static Families families;
    private static JdbcTemplate superuser;

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {}

    @BeforeAll
    static void start() {
        BareDatabase database = BareDatabase.get();
        superuser = new JdbcTemplate(database.superuser());
        for (String code : List.of("450223102000", VILLAGE, "450223103000", OTHER)) {
            superuser.update(
                    "insert into division values (?, ?, 'village', null, ?, ?) on conflict do nothing",
                    code,
                    code,
                    code,
                    code);
        }
        DataSource app = database.app();
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/person");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment().setActiveProfiles("test", "demo");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of("shouwang.key-file", keys.resolve("keys.json").toString())));
        context.registerBean("dataSource", DataSource.class, () -> app);
        context.registerBean("jdbc", JdbcClient.class, () -> JdbcClient.create(app));
        context.registerBean("transactions", JdbcTransactionManager.class, () -> new JdbcTransactionManager(app));
        context.registerBean("messageSource", ResourceBundleMessageSource.class, () -> messages);
        context.registerBean(
                "clock",
                Clock.class,
                () -> Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneId.of("Asia/Shanghai")));
        context.register(
                Wiring.class,
                Persons.class,
                Families.class,
                PersonTable.class,
                PersonViews.class,
                PersonHistory.class,
                PersonCheck.class,
                GuardianTable.class,
                DemoPeople.class,
                Journal.class,
                RowIdentity.class,
                Divisions.class);
        context.scan("org.shouwang.secrecy");
        context.refresh();
        persons = context.getBean(Persons.class);
        families = context.getBean(Families.class);
    }

    @AfterAll
    static void stop() {
        if (context != null) {
            context.close();
        }
    }

    @Test
    void findsByAnyPieceOfTheName() {
        UUID child = child("张小禾", VILLAGE, "2016-08-20");
        child("张小川", OTHER, "2015-01-01");
        assertThat(ids(search("小禾", VILLAGE))).contains(child);
        assertThat(ids(search("张", VILLAGE))).contains(child);
        assertThat(ids(search(" 张 小禾 ", VILLAGE))).contains(child);
        assertThat(ids(search("禾小", VILLAGE))).doesNotContain(child);
        assertThat(search("小川", VILLAGE)).isEmpty();
        assertThat(search("%", VILLAGE)).isEmpty();
    }

    @Test
    void findsRareCharactersAndMiddleDots() {
        UUID rare = child("王𬭎宁", VILLAGE, "2016-08-20");
        UUID dotted = child("古丽•买买提", VILLAGE, "2016-08-20");
        assertThat(ids(search("𬭎", VILLAGE))).containsExactly(rare);
        assertThat(ids(search("古丽·买", VILLAGE))).containsExactly(dotted);
    }

    @Test
    void countsAgeInFullYearsAndTellsChildrenFromAdults() {
        UUID almost = child("岁界甲", VILLAGE, "2008-11-24");
        UUID grown = child("岁界乙", VILLAGE, "2008-11-23");
        assertThat(persons.find(almost).orElseThrow().age()).isEqualTo(17);
        assertThat(persons.find(grown).orElseThrow().age()).isEqualTo(18);
        assertThat(ids(persons.search(new PersonSearch("岁界", VILLAGE, VILLAGE, true, false), 20)))
                .containsExactly(almost);
        assertThat(search("岁界", VILLAGE)).hasSize(2);
    }

    @Test
    void findsTheExactIdNumberWithinTheRangeOnlyAndKeepsItOutOfTheTables() {
        UUID person = persons.create(numbered("秦查证", NUMBER), DIRECTOR);
        assertThat(ids(search("11010519491231002x", VILLAGE))).containsExactly(person);
        assertThat(search(NUMBER, OTHER)).isEmpty();
        assertThat(search("110105194912310021", VILLAGE)).isEmpty();
        PersonView view = persons.find(person).orElseThrow();
        assertThat(view.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(view.sex()).isEqualTo("2");
        for (String table : List.of("person", "person_version", "person_name_part", "journal_entry")) {
            String dump =
                    String.join("\n", superuser.queryForList("select t::text from " + table + " t", String.class));
            String hex = new java.math.BigInteger(1, NUMBER.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                    .toString(16);
            assertThat(dump).as(table).doesNotContain("19491231002", hex);
        }
    }

    @Test
    void refusesASecondFileForOneNumberButNotWhereTheFirstIsSealed() {
        String number = "450223196001019915";
        UUID first = persons.create(numbered("重号甲", number), DIRECTOR);
        assertThatThrownBy(() -> persons.create(numbered("重号乙", number), DIRECTOR))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo("id-number-taken");
        superuser.update(
                "update person set sealed_class = 'restricted', name = null, name_sealed = 'sealed' where id = ?",
                first);
        assertThat(search("重号", VILLAGE)).isEmpty();
        assertThat(search(number, VILLAGE)).isEmpty();
        assertThat(persons.create(numbered("重号丙", number), DIRECTOR)).isNotEqualTo(first);
    }

    @Test
    void namesEveryWrongField() {
        NewPerson wrong = new NewPerson(
                "<b>",
                "3",
                LocalDate.of(2027, 1, 1),
                false,
                "110105194912310021",
                null,
                "abc",
                "999999999999",
                null,
                FactSource.ORAL);
        assertThatThrownBy(() -> persons.create(wrong, DIRECTOR))
                .asInstanceOf(type(Refusal.class))
                .extracting(refusal ->
                        refusal.problems().stream().map(FieldProblem::code).toList())
                .isEqualTo(List.of(
                        "person-name-characters",
                        "person-code",
                        "birth-date-future",
                        "id-number-check-digit",
                        "phone-shape",
                        "person-division"));
    }

    @Test
    void warnsButTakesAMismatch() {
        NewPerson person = new NewPerson(
                "不符",
                "1",
                LocalDate.of(1950, 1, 1),
                false,
                "450223195001019929",
                null,
                null,
                VILLAGE,
                null,
                FactSource.ID_CARD);
        assertThat(persons.warnings(persons.create(person, DIRECTOR))).containsExactly("id-number-sex-differs");
    }

    @Test
    void keepsWhatWasSaidBeforeWithItsSource() {
        UUID person = persons.create(NewPerson.named("原名", VILLAGE, FactSource.REPORT), DIRECTOR);
        persons.change(person, 1, named("现名", FactSource.HOUSEHOLD_BOOK), DIRECTOR);
        PersonFile file = persons.file(person, DIRECTOR).orElseThrow();
        assertThat(file.person().name()).isEqualTo("现名");
        assertThat(file.origins().get("name").source()).isEqualTo(FactSource.HOUSEHOLD_BOOK);
        assertThat(file.origins().get("division").source()).isEqualTo(FactSource.REPORT);
        assertThat(superuser.queryForList(
                        "select name from person_version where person_id = ? order by version", String.class, person))
                .containsExactly("原名", "现名");
        assertThat(search("原名", VILLAGE)).isEmpty();
        assertThatThrownBy(() -> persons.change(person, 1, named("又名", FactSource.ORAL), DIRECTOR))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo("person-changed");
    }

    @Test
    void leavesTheApplicationNoWayToRewriteHistory() {
        JdbcTemplate app = new JdbcTemplate(BareDatabase.get().app());
        assertThatThrownBy(() -> app.update("update person_version set name = 'x'"))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> app.update("delete from person_version"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void opensAFileForSomebodyUnknownAndFillsItLater() {
        UUID unknown = persons.unidentified(VILLAGE, "2", 5, FactSource.REPORT, DIRECTOR);
        PersonView view = persons.find(unknown).orElseThrow();
        assertThat(view.unidentified()).isTrue();
        assertThat(view.name()).isEqualTo("身份不明的人");
        assertThat(view.age()).isEqualTo(5);
        assertThat(search("身份不明", VILLAGE)).isEmpty();
        persons.change(unknown, 1, named("蓝知晓", FactSource.AGENCY), DIRECTOR);
        assertThat(persons.find(unknown).orElseThrow().unidentified()).isFalse();
        assertThat(ids(search("知晓", VILLAGE))).containsExactly(unknown);
    }

    @Test
    void knowsSiblingsHouseholdAndGuardians() {
        UUID home = families.found(VILLAGE, "三组", DIRECTOR);
        UUID mother = adult("梁母", home);
        UUID one = childOf("梁一", home, "2014-01-01");
        UUID two = childOf("梁二", home, "2018-01-01");
        UUID half = childOf("梁三", home, "2020-01-01");
        families.relate(one, mother, "52", FactSource.VISIT, DIRECTOR);
        families.relate(mother, two, "31", FactSource.VISIT, DIRECTOR);
        families.relate(two, half, "73", FactSource.VISIT, DIRECTOR);
        families.appoint(
                one,
                mother,
                new Guardianship("legal", "home", LocalDate.of(2014, 1, 1), null),
                FactSource.VISIT,
                DIRECTOR);
        assertThat(ids(persons.siblingsOf(one))).containsExactly(two);
        assertThat(ids(persons.siblingsOf(two))).containsExactly(one, half);
        Household household = families.household(one).orElseThrow();
        assertThat(household.address()).isEqualTo("三组");
        assertThat(ids(household.members())).containsExactly(mother, one, two, half);
        Guardian guardian = persons.guardiansOf(one).get(0);
        assertThat(guardian.person().id()).isEqualTo(mother);
        assertThat(guardian.relation()).isEqualTo("52");
        families.relate(one, mother, "58", FactSource.HOUSEHOLD_BOOK, DIRECTOR);
        assertThat(persons.guardiansOf(one)).extracting(Guardian::relation).containsExactly("58");
    }

    @Test
    void fillsTheDemoCountyOnce() throws Exception {
        DemoPeople demo = context.getBean(DemoPeople.class);
        demo.run(null);
        Long after = count();
        demo.run(null);
        assertThat(count()).isEqualTo(after);
        PersonSearch village = new PersonSearch("韦小满", "450223102901", "450223102901", true, false);
        PersonView toddler = persons.search(village, 5).get(0);
        assertThat(toddler.age()).isEqualTo(2);
        assertThat(persons.siblingsOf(toddler.id()))
                .extracting(PersonView::name)
                .containsExactly("韦小禾", "韦小川");
        assertThat(persons.guardiansOf(toddler.id()))
                .extracting(Guardian::relation)
                .containsExactly("51");
    }

    private static Long count() {
        return superuser.queryForObject("select count(*) from person where division like '4502231029%'", Long.class);
    }

    private static UUID child(String name, String division, String born) {
        return persons.create(
                new NewPerson(
                        name, "2", LocalDate.parse(born), false, null, null, null, division, null, FactSource.ORAL),
                DIRECTOR);
    }

    private static UUID childOf(String name, UUID home, String born) {
        return persons.create(
                new NewPerson(
                        name, "2", LocalDate.parse(born), false, null, null, null, VILLAGE, home, FactSource.ORAL),
                DIRECTOR);
    }

    private static UUID adult(String name, UUID home) {
        return childOf(name, home, "1990-01-01");
    }

    private static NewPerson numbered(String name, String number) {
        return new NewPerson(name, null, null, false, number, null, null, VILLAGE, null, FactSource.ID_CARD);
    }

    private static PersonChange named(String name, FactSource source) {
        return new PersonChange(name, null, null, null, null, null, null, null, null, source);
    }

    private static List<PersonView> search(String text, String division) {
        return persons.search(new PersonSearch(text, division, division, false, false), 20);
    }

    private static List<UUID> ids(List<PersonView> found) {
        return found.stream().map(PersonView::id).toList();
    }
}
