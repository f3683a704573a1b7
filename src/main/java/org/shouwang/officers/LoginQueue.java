package org.shouwang.officers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Programs;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is still to be carried to Keycloak, written in the transaction of the change. Measured by the database's own time:
 * moving the business clock must not hold it up.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LoginQueue {

    static final String SYNC = "sync";
    static final String END_SESSIONS = "end-sessions";

    /** So often is tried what Keycloak refuses; what only waits for Keycloak to come back is tried for ever. */
    private static final int TRIES = 5;

    record Work(UUID id, String act) {}

    private final JdbcClient jdbc;
    private volatile Runnable wake = () -> {};

    LoginQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom to wake when something has been added, so that it need not wait for the next round. */
    @Transactional(propagation = Propagation.SUPPORTS)
    void onAdded(Runnable worker) {
        wake = worker;
    }

    /** The account is to follow what stands here when the work is done, whatever it is by then. */
    void follow(UUID officer, String username) {
        if (!Programs.isOne(username)) {
            add(officer, SYNC);
        }
    }

    void add(UUID officer, String act) {
        jdbc.sql("insert into login_account (officer_id) values (?) on conflict do nothing")
                .param(officer)
                .update();
        jdbc.sql("insert into login_work (id, officer_id, act) values (?, ?, ?)")
                .params(Ids.next(), officer, act)
                .update();
        wakeAfterCommit();
    }

    /**
     * An officer for whom something is due, held against every other node: one account is written by one at a time. An
     * advisory lock gives the transaction no number, so that a slow Keycloak does not keep the journal from being sealed.
     */
    Optional<UUID> lockDue() {
        return jdbc.sql("""
                        with due as materialized (
                            select officer_id from login_work where state = 'waiting' and next_at <= now()
                            group by officer_id order by min(next_at) limit 50)
                        select officer_id from due
                        where pg_try_advisory_xact_lock(hashtextextended('login ' || officer_id, 0)) limit 1""").query(UUID.class).optional();
    }

    /** Waits until nobody else writes this account. */
    void lock(UUID officer) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('login ' || ?, 0))) held")
                .param(officer)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into login_account (officer_id) select :officer
                        where not exists (select from login_account where officer_id = :officer)""").param("officer", officer).update();
    }

    List<Work> due(UUID officer) {
        return jdbc.sql("""
                        select id, act from login_work where officer_id = ? and state = 'waiting' and next_at <= now()
                        order by created_at, id""").param(officer).query(Work.class).list();
    }

    /** Done, and with it what had been given up of the same kind. */
    void done(UUID officer, Work work) {
        jdbc.sql("delete from login_work where id = :id or officer_id = :officer and act = :act and state = 'dead'")
                .param("id", work.id())
                .param("officer", officer)
                .param("act", work.act())
                .update();
    }

    /** Tried again after a longer rest each time, up to a minute. */
    void failed(Work work, KeycloakFailure failure) {
        jdbc.sql("""
                        update login_work set tries = least(tries + 1, 30), failure = :reason,
                            state = case when :lasting and tries + 1 >= :most then 'dead' else 'waiting' end,
                            next_at = now() + least(interval '1 minute', interval '1 second' * power(2, least(tries, 6)))
                        where id = :id""")
                .param("reason", failure.reason())
                .param("lasting", failure.lasting())
                .param("most", TRIES)
                .param("id", work.id())
                .update();
    }

    /** @return whether it had been given up */
    boolean retry(String id) {
        boolean found = jdbc.sql("""
                        update login_work set state = 'waiting', tries = 0, next_at = now()
                        where id::text = ? and state = 'dead'""").param(id).update() == 1;
        if (found) {
            wakeAfterCommit();
        }
        return found;
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }

    void synced(UUID officer, String subject) {
        jdbc.sql("update login_account set subject = ?, synced_at = now() where officer_id = ?")
                .params(subject, officer)
                .update();
    }

    Optional<String> subject(UUID officer) {
        return jdbc.sql("select subject from login_account where officer_id = ? and subject is not null")
                .param(officer)
                .query(String.class)
                .optional();
    }
}
