package org.shouwang.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Subject;
import org.shouwang.secrecy.Secrecy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of attachments. */
@Repository
@Transactional
class Rows {

    record Stored(Attachment attachment, byte[] digest, String state) {

        boolean isDraft() {
            return state.equals("draft");
        }
    }

    private static final String NAME = "attachment.name";

    private final JdbcClient database;
    private final Secrecy secrecy;
    private final int perSubject;

    Rows(JdbcClient database, Secrecy secrecy, @Value("${shouwang.attachment.per-subject:200}") int perSubject) {
        this.database = database;
        this.secrecy = secrecy;
        this.perSubject = perSubject;
    }

    void add(Attachment file, byte[] digest) {
        int added = database.sql("""
                insert into attachment
                  (id, subject_id, digest, name, extension, type, size, division, sealed_class, officer_id, at)
                select :id, :subject, :digest, :name, :extension, :type, :size, :division, :sealedClass, :officer, :at
                where (select count(*) from attachment where subject_id = :subject) < :most""")
                .param("id", file.id())
                .param("subject", file.subject())
                .param("digest", digest)
                .param("name", secrecy.seal(NAME, file.id(), file.name()))
                .param("extension", file.extension())
                .param("type", file.type())
                .param("size", file.size())
                .param("division", file.division())
                .param("sealedClass", file.sealedClass())
                .param("officer", file.officer())
                .param("at", OffsetDateTime.ofInstant(file.at(), ZoneOffset.UTC))
                .param("most", perSubject)
                .update();
        if (added == 0) {
            throw FileCheck.refuse("file-too-many", perSubject);
        }
    }

    /** Whether the row was the officer's draft or already belonged to {@code to}. */
    boolean keep(UUID id, UUID officer, @Nullable String form, Subject to) {
        return database.sql("""
                update attachment
                set subject_id = :subject, division = :division, sealed_class = :sealedClass, state = 'kept',
                    form = coalesce(form, :form)
                where id = :id and (state = 'draft' and officer_id = :officer or subject_id = :subject)""")
                        .param("subject", to.id())
                        .param("division", to.division())
                        .param("sealedClass", to.sealedClass())
                        .param("form", form)
                        .param("id", id)
                        .param("officer", officer)
                        .update()
                == 1;
    }

    Optional<Stored> find(UUID id) {
        return database.sql("select * from attachment where id = :id")
                .param("id", id)
                .query(this::stored)
                .optional();
    }

    List<Attachment> find(Collection<UUID> ids) {
        return database.sql("select * from attachment where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> stored(row, number).attachment())
                .list();
    }

    void handOver(UUID from, Subject to) {
        database.sql("""
                update attachment
                set subject_id = :to, division = :division,
                    sealed_class = case when sealed_class = 'restricted' then sealed_class else :sealedClass end
                where subject_id = :from and state = 'kept'""")
                .param("from", from)
                .param("to", to.id())
                .param("division", to.division())
                .param("sealedClass", to.sealedClass())
                .update();
    }

    List<Attachment> of(UUID subject) {
        return database.sql("select * from attachment where subject_id = :subject order by at, id")
                .param("subject", subject)
                .query((row, number) -> stored(row, number).attachment())
                .list();
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Attachment attachment = new Attachment(
                id,
                row.getObject("subject_id", UUID.class),
                secrecy.open(NAME, id, row.getBytes("name")),
                row.getString("extension"),
                row.getString("type"),
                row.getLong("size"),
                row.getString("division"),
                row.getString("sealed_class"),
                row.getObject("officer_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("form"));
        return new Stored(attachment, row.getBytes("digest"), row.getString("state"));
    }
}
