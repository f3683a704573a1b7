package org.shouwang.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Who may log in from where: the binaries' default lets every local account in as superuser. */
final class HostRules {

    private static final String PASSWORDS = """
            # Written by Shouwang: nobody gets in without a password.
            local all all scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            host  all all ::1/128 scram-sha-256
            """;

    private HostRules() {}

    static void requirePasswords(Path directory, Connection connection) throws IOException, SQLException {
        Path file = directory.resolve("pg_hba.conf");
        if (Files.readString(file).equals(PASSWORDS)) {
            return;
        }
        Files.writeString(file, PASSWORDS);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }
}
