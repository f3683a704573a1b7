package org.shouwang.privacy;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept until when. Read as the service {@code retention}, whose rows name nobody. */
@Component
@Transactional
class RetentionStore {

    private static final String SELECT = """
            select subject_id subject, kind, number, class category, closed_on, archive_on, erase_on, archived_at,
                   erased_at, division, sealed_class
            from retention
            """;

    private final JdbcClient jdbc;

    RetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Kept kept) {
        jdbc.sql("""
                        insert into retention (subject_id, kind, number, class, closed_on, archive_on, erase_on, division,
                                               sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(Arrays.asList(
                        kept.subject(),
                        kept.kind(),
                        kept.number(),
                        kept.category(),
                        Date.valueOf(kept.closedOn()),
                        Date.valueOf(kept.archiveOn()),
                        kept.eraseOn() == null ? null : Date.valueOf(kept.eraseOn()),
                        kept.division(),
                        kept.sealedClass()))
                .update();
    }

    void forget(UUID subject) {
        jdbc.sql("delete from retention where subject_id = ? and archived_at is null")
                .param(subject)
                .update();
    }

    Optional<Kept> find(UUID subject) {
        return jdbc.sql(SELECT + "where subject_id = ?")
                .param(subject)
                .query(Kept.class)
                .optional();
    }

    /** As {@link #find}, held until the transaction ends. */
    Optional<Kept> lock(UUID subject) {
        return jdbc.sql(SELECT + "where subject_id = ? for update")
                .param(subject)
                .query(Kept.class)
                .optional();
    }

    /** Of one list, those within reach, from the one behind {@code after}; in the order of their dates. */
    List<Kept> page(RetentionList list, Scope scope, LocalDate today, @Nullable RetentionCursor after, int limit) {
        List<Object> values = new ArrayList<>();
        List<String> sql = new ArrayList<>(List.of(SELECT, "where", list.condition()));
        if (list.dated()) {
            values.add(Date.valueOf(today));
        }
        sql.add("and sealed_class <> 'sealed' and subject_id <> all (?)");
        values.add(scope.barredIds());
        sql.add("and (" + places(scope, values) + ")");
        if (after != null) {
            sql.add("and (" + list.order() + ", subject_id) > (?, ?)");
            values.add(Date.valueOf(after.day()));
            values.add(after.subject());
        }
        sql.add("order by " + list.order() + ", subject_id limit ?");
        values.add(limit);
        return jdbc.sql(String.join(" ", sql)).params(values).query(Kept.class).list();
    }

    private static String places(Scope scope, List<Object> values) {
        List<String> places = new ArrayList<>(List.of("false"));
        scope.territory().forEach(range -> {
            places.add("(division between ? and ? and sealed_class = 'open')");
            values.addAll(List.of(range.first(), range.last()));
        });
        scope.restrictedTerritory().forEach(range -> {
            places.add("division between ? and ?");
            values.addAll(List.of(range.first(), range.last()));
        });
        return String.join(" or ", places);
    }

    /** Divisions in which something fell due since it was last told. */
    List<String> due(LocalDate today, Instant now) {
        return jdbc
                .sql("""
                        update retention set told_at = ?
                        where subject_id in (
                            select subject_id from retention
                            where erased_at is null
                              and (archived_at is null and archive_on <= ? and told_at is null
                                   or erase_on <= ? and (told_at is null or told_at < cast(erase_on as timestamptz)))
                            limit 1000 for update skip locked)
                        returning division""")
                .params(ConsentStore.at(now), Date.valueOf(today), Date.valueOf(today))
                .query(String.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** Says that it is archived, and then gives every row of the matter the class that no list reaches. */
    void archive(UUID subject, UUID officer, Instant at) {
        jdbc.sql("update retention set archived_at = ?, archived_by = ? where subject_id = ?")
                .params(ConsentStore.at(at), officer, subject)
                .update();
        classify(subject, "archived");
    }

    void takeBack(Kept kept, LocalDate archiveOn) {
        jdbc.sql("""
                        update retention set archived_at = null, archived_by = null, archive_on = ?, told_at = null,
                            erase_on = greatest(erase_on, ?) where subject_id = ?""")
                .params(Date.valueOf(archiveOn), Date.valueOf(archiveOn), kept.subject())
                .update();
        classify(kept.subject(), kept.sealedClass());
    }

    private void classify(UUID subject, String to) {
        jdbc.sql("select class_subject(?, ?)").params(subject, to).query(row -> {});
    }
}
