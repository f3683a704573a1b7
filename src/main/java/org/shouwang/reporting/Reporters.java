package org.shouwang.reporting;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.secrecy.Secrecy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who reported: written once, sealed, read by nobody through the ordinary pages. */
@Component
@Transactional
class Reporters {

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final JsonMapper json;
    private final RowIdentity identity;

    Reporters(JdbcClient jdbc, Secrecy secrecy, JsonMapper json, RowIdentity identity) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.json = json;
        this.identity = identity;
    }

    void seal(UUID report, String division, Sender sender, ObjectNode contact, Instant now) {
        ObjectNode identity = contact.deepCopy();
        if (sender.officer() != null) {
            identity.put("officer", sender.officer().toString());
        }
        identity.put("name", sender.name());
        jdbc.sql("""
                        insert into reporter (report_id, pseudonym, sealed, division, at) values (?, ?, ?, ?, ?)""")
                .params(
                        report,
                        pseudonym(sender.known()),
                        secrecy.seal("reporter.sealed", report, json.writeValueAsString(identity)),
                        division,
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Stands for an officer wherever a table must not say that it was he or she who reported. */
    UUID pseudonym(UUID officer) {
        ByteBuffer bytes = ByteBuffer.wrap(secrecy.index("reporter", officer.toString()));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** Reports this officer made before {@code before}, the newest first. */
    List<UUID> reportsOf(UUID officer, UUID before, int limit) {
        identity.alsoKnownAs(pseudonym(officer));
        return jdbc.sql(
                        "select report_id from reporter where pseudonym = ? and report_id < ? order by report_id desc limit ?")
                .params(pseudonym(officer), before, limit)
                .query(UUID.class)
                .list();
    }

    /** Who sent a report; for {@link ReporterOpenings}, which judges. */
    ReporterIdentity open(UUID report) {
        byte[] sealed = jdbc.sql("select sealed from reporter where report_id = ?")
                .param(report)
                .query(byte[].class)
                .single();
        JsonNode opened = json.readTree(secrecy.open("reporter.sealed", report, sealed));
        return new ReporterIdentity(
                opened.path("name").asString(""), text(opened, "contactPhone"), text(opened, "contactNote"));
    }

    private static @Nullable String text(JsonNode opened, String field) {
        return opened.hasNonNull(field) ? opened.get(field).asString() : null;
    }

    boolean isOwn(UUID report, UUID officer) {
        identity.alsoKnownAs(pseudonym(officer));
        return jdbc.sql("select exists (select from reporter where report_id = ? and pseudonym = ?)")
                .params(report, pseudonym(officer))
                .query(Boolean.class)
                .single();
    }
}
