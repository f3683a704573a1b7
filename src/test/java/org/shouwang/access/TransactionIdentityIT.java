package org.shouwang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database dies between a transaction's beginning and the first thing said in it. */
@ShouwangTest
class TransactionIdentityIT {

    private final TransactionTemplate transaction;
    private final JdbcClient client;

    @Autowired
    TransactionIdentityIT(TransactionTemplate transaction, JdbcClient client) {
        this.transaction = transaction;
        this.client = client;
    }

    @Test
    void leavesNoDeadConnectionWithItsThread() {
        // The pool gives a thread the connection it had, and does not look at one that was good a moment ago.
        TestParts.everything()
                .sql("select pg_terminate_backend(?)")
                .param(backend())
                .query(Boolean.class)
                .single();
        assertThatThrownBy(this::backend).hasStackTraceContaining("terminating connection");
        assertThat(TransactionSynchronizationManager.isSynchronizationActive()).isFalse();
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
        assertThat(backend()).isPositive();
    }

    /** The process of the database that serves a transaction of this thread. */
    private Integer backend() {
        return transaction.execute(status ->
                client.sql("select pg_backend_pid()").query(Integer.class).single());
    }
}
