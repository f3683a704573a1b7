package org.shouwang.launch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The logins of the local server. The superuser makes roles and databases and nothing else: the owner migrates, the
 * application works and owns nothing, the reader reports.
 */
final class DatabaseRoles {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "shouwang_owner";
    static final String APPLICATION = "shouwang_app";
    static final String READER = "shouwang_reader";
    static final String DATABASE = "shouwang";
    static final String KEYCLOAK = "keycloak";

    private final Connection connection;
    private final Secrets secrets;

    DatabaseRoles(Connection connection, Secrets secrets) {
        this.connection = connection;
        this.secrets = secrets;
    }

    void ensure() throws SQLException {
        execute("alter role " + SUPERUSER + password(SUPERUSER));
        for (String role : new String[] {OWNER, APPLICATION, READER, KEYCLOAK}) {
            role(role);
        }
        database(DATABASE, OWNER);
        execute("grant connect on database " + DATABASE + " to " + APPLICATION + ", " + READER);
        database(KEYCLOAK, KEYCLOAK);
    }

    private void role(String name) throws SQLException {
        String verb = exists("select from pg_roles where rolname = ?", name) ? "alter" : "create";
        execute(verb + " role " + name
                + " login nosuperuser nobypassrls nocreaterole nocreatedb noreplication"
                + password(name));
    }

    /** Secrets are base64url: nothing in them to escape. */
    private String password(String role) {
        return " password '" + secrets.get(role) + "'";
    }

    private void database(String name, String owner) throws SQLException {
        if (!exists("select from pg_database where datname = ?", name)) {
            execute("create database " + name + " owner " + owner);
        }
        execute("revoke connect, temporary on database " + name + " from public");
    }

    private boolean exists(String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
