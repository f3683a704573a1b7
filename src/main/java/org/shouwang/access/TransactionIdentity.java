package org.shouwang.access;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells the database, for the length of each transaction, for which officer it runs: row-level security and database
 * logs see a person, not a pool.
 */
@Component
class TransactionIdentity implements TransactionExecutionListener {

    private final JdbcTemplate jdbc;

    TransactionIdentity(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null) {
            CurrentOfficer.id()
                    .ifPresent(officer -> jdbc.queryForObject(
                            "select set_config('app.officer', ?, true)", String.class, officer.toString()));
        }
    }
}
