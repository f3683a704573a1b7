package org.shouwang.access;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwang.rowsecurity.RowIdentity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionStatus;

/**
 * Tells the database, for the length of each transaction, for whom it runs: row-level security compares every row with
 * these settings, and database logs see a person, not a pool. Also for the transactions the engine opens. Every setting
 * has a value, for the policies refuse a transaction without one.
 */
@Component
class TransactionIdentity implements TransactionExecutionListener {

    private static final String SETTINGS = """
            select set_config('app.officer', ?, true), set_config('app.parties', ?, true),
                   set_config('app.posts', ?, true), set_config('app.work_open', ?, true),
                   set_config('app.work_restricted', ?, true), set_config('app.people', ?, true),
                   set_config('app.board', ?, true), set_config('app.merges', ?, true),
                   set_config('app.merges_restricted', ?, true), set_config('app.barred', ?, true),
                   set_config('app.hands', ?, true), set_config('app.self', ?, true), set_config('app.opened', ?, true),
                   set_config('app.unsealed', ?, true), set_config('app.service', ?, true)""";

    private final JdbcTemplate jdbc;
    private final ObjectProvider<Actors> actors;
    private final ObjectProvider<PlatformTransactionManager> manager;

    TransactionIdentity(
            DataSource dataSource, ObjectProvider<Actors> actors, ObjectProvider<PlatformTransactionManager> manager) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.actors = actors;
        this.manager = manager;
    }

    /** Who is logged in may have to be read from the session first: not while this transaction holds a connection. */
    @Override
    public void beforeBegin(TransactionExecution transaction) {
        Actors.username();
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null) {
            try {
                identify();
            } catch (RuntimeException e) {
                giveUp(transaction, e);
                throw e;
            }
        }
    }

    /**
     * The transaction has begun, and whoever asked for it will never hold it: ended here, or the thread would keep its
     * dead connection and take every later transaction for a part of it.
     */
    private void giveUp(TransactionExecution transaction, RuntimeException why) {
        try {
            if (transaction instanceof TransactionStatus begun) {
                manager.getObject().rollback(begun);
            }
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    private void identify() {
        RowReach reach = actors.getObject().reach();
        jdbc.query(
                SETTINGS,
                row -> {},
                actors.getObject()
                        .find()
                        .map(actor -> actor.officer().id().toString())
                        .orElse("nobody"),
                reach.parties(),
                reach.posts(),
                reach.workOpen(),
                reach.workRestricted(),
                reach.people(),
                reach.board(),
                reach.merges(),
                reach.mergesRestricted(),
                reach.barred(),
                reach.hands(),
                RowIdentity.self(reach.self()),
                RowIdentity.opened(reach.opened()),
                reach.unsealed(),
                RowIdentity.service());
    }
}
