package org.shouwang.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database or a login service that is away from a fault of ours, whoever wrapped it on its way up. */
final class Outage {

    /** Classes of SQLSTATE: connection, resources, intervention of an operator (shutdown, start-up), system. */
    private static final Set<String> STATES = Set.of("08", "53", "57", "58");

    private static final int DEPTH = 20;

    private Outage() {}

    static boolean isBehind(@Nullable Throwable thrown) {
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < DEPTH; depth++) {
            if (is(each)) {
                return true;
            }
            each = cause(each);
        }
        return false;
    }

    /** Where the rollback failed as well, what it was to undo says more than that. */
    private static @Nullable Throwable cause(Throwable thrown) {
        return thrown instanceof TransactionSystemException system && system.getApplicationException() != null
                ? system.getApplicationException()
                : thrown.getCause();
    }

    private static boolean is(Throwable thrown) {
        return thrown instanceof DataAccessResourceFailureException
                || thrown instanceof CannotCreateTransactionException
                || thrown instanceof AuthenticationServiceException
                || thrown instanceof SQLTransientConnectionException
                || thrown instanceof SQLException sql && isAway(sql.getSQLState());
    }

    /** The server always gives a state; without one it is the pool, which has closed a connection that broke. */
    private static boolean isAway(@Nullable String state) {
        return state == null || state.length() == 5 && STATES.contains(state.substring(0, 2));
    }
}
