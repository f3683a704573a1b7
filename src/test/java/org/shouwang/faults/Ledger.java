package org.shouwang.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says happened, beside what people were told. */
final class Ledger {

    /** More than one sweep or one acquisition takes, less than two nodes need a minute for. */
    private static final int SOME = 100;

    private final JdbcClient database;

    Ledger(JdbcClient database) {
        this.database = database;
    }

    /** Everything acknowledged is there once, everything else whole or not at all. */
    void holds(Load load) {
        assertThat(texts("show fsync")).containsExactly("on");
        assertThat(reports()).containsExactlyInAnyOrderElementsOf(distinct(load));
        assertThat(texts("select business_key_ from act_hi_procinst where proc_def_id_ like 'report-intake:%'"))
                .as("one process a report")
                .containsExactlyInAnyOrderElementsOf(distinct(load));
        assertThat(number("select count(*) from idempotency_key where response is null"))
                .as("keys without an answer")
                .isZero();
        tasks(load);
        cases();
    }

    List<String> reports() {
        return texts("select id::text from report");
    }

    String triageOf(String report) {
        return database.sql("select id from inbox_task where subject_id::text = ? and task_key = 'triage'")
                .param(report)
                .query(String.class)
                .single();
    }

    int records(String task) {
        return database.sql("select count(*) from form_record where task_id = ?")
                .param(task)
                .query(Integer.class)
                .single();
    }

    private static List<String> distinct(Load load) {
        return load.reports().stream().distinct().toList();
    }

    void inboxIsTheEngines() {
        assertThat(texts("select id from inbox_task where state = 'open'"))
                .as("the inbox shows the engine's open tasks")
                .containsExactlyInAnyOrderElementsOf(texts("select id_ from act_ru_task"));
    }

    private void tasks(Load load) {
        inboxIsTheEngines();
        assertThat(texts("select id from inbox_task where state = 'done'"))
                .as("done is what has a record")
                .containsExactlyInAnyOrderElementsOf(texts("select task_id from form_record where task_id is not null"))
                .containsExactlyInAnyOrderElementsOf(load.completed())
                .containsExactlyInAnyOrderElementsOf(load.begun());
        assertThat(texts("select reference from journal_entry where act = 'task.done'"))
                .as("told once")
                .containsExactlyInAnyOrderElementsOf(load.completed());
        assertThat(
                        number(
                                "select count(*) from act_ru_task join act_hi_taskinst using (id_) where end_time_ is not null"))
                .as("open and done")
                .isZero();
    }

    private void cases() {
        assertThat(texts("select case_id::text from report where state = 'accepted'"))
                .as("one case an accepted report")
                .containsExactlyInAnyOrderElementsOf(texts("select id::text from case_file"))
                .containsExactlyInAnyOrderElementsOf(texts(
                        "select business_key_ from act_hi_procinst where proc_def_id_ like 'child-protection:%'"));
    }

    /** Lets some running clocks end now; gives how many. */
    int letClocksPass() {
        return database.sql("""
                        update clock set due_at = now(), warn_at = now(), next_action_at = now()
                        where id in (select id from clock where stopped_at is null and due_at is not null
                                        and late_at is null order by id limit :some)""").param("some", SOME).update();
    }

    int clocksToFollow() {
        return number("select count(*) from clock where stopped_at is null and next_action_at <= now()");
    }

    /** Clocks that have passed and of which this was told exactly once. */
    int clocksPassedOnce() {
        return number("""
                select count(*) from clock where late_at is not null and 1 = (
                  select count(*) from journal_entry where act = 'clock.passed' and reference = clock.id::text)""");
    }

    /**
     * Lets some timers be due; every second one is in the hands of a node, as one leaves them that is killed between
     * taking and moving them. Gives how many.
     */
    int letTimersFall(String node) {
        return database.sql("""
                        update act_ru_timer_job job set duedate_ = create_time_ - interval '1 day',
                          lock_owner_ = case when number % 2 = 0 then cast(:node as varchar) end,
                          lock_exp_time_ = case when number % 2 = 0 then now() + interval '30 s' end
                        from (select id_, row_number() over (order by id_) as number from act_ru_timer_job) chosen
                        where chosen.id_ = job.id_ and number <= :some""").param("node", node).param("some", SOME).update();
    }

    int timersDue() {
        return number("select count(*) from act_ru_timer_job where duedate_ < create_time_")
                + number("select count(*) from act_ru_job");
    }

    /** Processes that came past their timer exactly once. */
    int timersFiredOnce() {
        return number("""
                select count(*) from (
                  select proc_inst_id_ from act_hi_actinst where act_id_ in ('feedback-progress', 'feedback-progress-county')
                  group by proc_inst_id_ having count(*) = 1) fired""");
    }

    int givenUp() {
        return number("select count(*) from act_ru_deadletter_job");
    }

    int unsealed() {
        return number(
                "select count(*) from journal_entry left join journal_seal on entry_id = id where entry_id is null");
    }

    private List<String> texts(String query) {
        return database.sql(query).query(String.class).list();
    }

    private int number(String query) {
        return database.sql(query).query(Integer.class).single();
    }
}
