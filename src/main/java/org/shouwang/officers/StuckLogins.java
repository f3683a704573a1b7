package org.shouwang.officers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.shouwang.workflow.OutsideWork;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts that do not get to Keycloak, for the page of what does not go on by itself. */
@Component
class StuckLogins implements OutsideWork {

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final LoginQueue queue;

    StuckLogins(JdbcClient jdbc, MessageSource messages, LoginQueue queue) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.queue = queue;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Step> stuck(Locale locale) {
        return jdbc.sql("""
                        select work.id, work.act, work.state, work.created_at, work.next_at, work.failure, officer.name
                        from login_work work join officer on officer.id = work.officer_id
                        where work.failure is not null order by work.state = 'waiting', work.created_at limit 100""").query((row, number) -> stuck(row, locale)).list();
    }

    private Step stuck(ResultSet row, Locale locale) throws SQLException {
        return new Step(
                row.getString("id"),
                messages.getMessage("login.work", null, locale),
                messages.getMessage("login.work." + row.getString("act"), new Object[] {row.getString("name")}, locale),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("failure"),
                row.getString("state").equals("dead"),
                row.getObject("next_at", OffsetDateTime.class).toInstant());
    }

    @Override
    @Transactional
    public boolean retry(String id) {
        return queue.retry(id);
    }
}
