package org.shouwang.secrecy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the keys with the word the database remembers, so that a wrong file is noticed before it seals anything. */
final class KeyCheck {

    private static final String PLACE = "secrecy_check.sealed";
    private static final String WORD = "shouwang";

    private record Sealed(UUID rowId, byte[] sealed, byte[] digest) {}

    private final JdbcClient database;

    KeyCheck(JdbcClient database) {
        this.database = database;
    }

    /** Leaves the word in a new database; in any other, refuses keys that do not open it. */
    void belongs(Secrecy secrecy) {
        UUID row = UUID.nameUUIDFromBytes(PLACE.getBytes(StandardCharsets.UTF_8));
        database.sql("insert into secrecy_check (id, row_id, sealed, digest) values (1, :row, :sealed, :digest)"
                        + " on conflict do nothing")
                .param("row", row)
                .param("sealed", secrecy.seal(PLACE, row, WORD))
                .param("digest", secrecy.index(PLACE, WORD))
                .update();
        Sealed known = database.sql("select row_id, sealed, digest from secrecy_check")
                .query(Sealed.class)
                .single();
        if (!opens(secrecy, known)) {
            throw new UnusableKeyFile("The key file does not belong to this database:"
                    + " it does not open what the database has sealed (secrecy_check).");
        }
    }

    private static boolean opens(Secrecy secrecy, Sealed known) {
        try {
            return secrecy.open(PLACE, known.rowId(), known.sealed()).equals(WORD)
                    && Arrays.equals(secrecy.index(PLACE, WORD), known.digest());
        } catch (Unsealable e) {
            return false;
        }
    }
}
