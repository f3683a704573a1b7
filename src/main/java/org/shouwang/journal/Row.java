package org.shouwang.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the sealer and the verifier see it.
 *
 * @param at microseconds since 1970, exactly as stored
 * @param said every column but the id, as text
 */
record Row(long id, long xid, long at, List<@Nullable String> said) {

    /** The columns of {@code journal_entry e}, in the order the hash covers them: never reorder, only append. */
    static final String COLUMNS = """
            e.id, e.xid::text as xid, (extract(epoch from e.at) * 1000000)::bigint as at,
            (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_at, e.act, e.subject_id::text as subject_id,
            e.officer_id::text as officer_id, e.agency_id::text as agency_id, e.stage, e.reference,
            e.details::text as details""";

    private static final List<String> HASHED = List.of(
            "xid",
            "at",
            "recorded_at",
            "act",
            "subject_id",
            "officer_id",
            "agency_id",
            "stage",
            "reference",
            "details");

    static Row of(ResultSet row) throws SQLException {
        List<@Nullable String> said = new ArrayList<>(HASHED.size());
        for (String column : HASHED) {
            said.add(row.getString(column));
        }
        return new Row(row.getLong("id"), Long.parseLong(row.getString("xid")), row.getLong("at"), said);
    }

    /** @param said the hashed columns in their order, as an export holds them */
    static Row of(long id, List<@Nullable String> said) {
        if (said.size() != HASHED.size() || said.get(0) == null || said.get(1) == null) {
            throw new IllegalArgumentException("not an entry");
        }
        return new Row(id, Long.parseLong(said.get(0)), Long.parseLong(said.get(1)), said);
    }

    /** SHA-256 over every column but the id, each with its length before it, so that no two rows read the same. */
    byte[] hash() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text : said) {
                byte[] part = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text == null ? -1 : part.length);
                out.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256().digest(bytes.toByteArray());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
