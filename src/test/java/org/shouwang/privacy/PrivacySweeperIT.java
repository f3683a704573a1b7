package org.shouwang.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever recorded a consent hears once, in time, that it ends; what falls due is told to the head, once. */
@ShouwangTest
class PrivacySweeperIT {

    private final JdbcClient everything = TestParts.everything();

    @Autowired
    PrivacySweeper sweeper;

    private long notices(String code, Object subject) {
        return everything
                .sql("select count(*) from notice where code = ? and subject_id = cast(? as uuid)")
                .params(code, subject)
                .query(Long.class)
                .single();
    }

    @Test
    void tellsOfAConsentThatEnds() {
        String file = Reported.danger("到期童").path("caseId").asString();
        UUID child = everything
                .sql("select main_person from case_file where id = cast(? as uuid)")
                .param(file)
                .query(UUID.class)
                .single();
        UUID school = everything
                .sql("select id from agency where key = 'school'")
                .query(UUID.class)
                .single();
        LocalDate today = LocalDate.now(TestClock.CHINA);
        Api.Answer made = Api.as("station")
                .post(
                        "/api/v1/cases/" + file + "/consents",
                        Map.of(
                                "person",
                                child,
                                "purpose",
                                "schooling",
                                "ground",
                                "consent",
                                "giver",
                                "parent",
                                "recipients",
                                List.of(school),
                                "fields",
                                List.of("school"),
                                "from",
                                today.toString(),
                                "until",
                                today.plusDays(10).toString()),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        sweeper.sweep();
        sweeper.sweep();
        assertThat(notices("consent-ends", file)).isOne();
    }

    @Test
    void tellsTheHeadOnceOfWhatIsDueAndTouchesNothing() {
        UUID id = UUID.randomUUID();
        sweeper.sweep();
        long before = due();
        everything.sql("""
                        insert into retention (subject_id, kind, number, class, closed_on, archive_on, erase_on, division,
                                               sealed_class)
                        values (?, 'report', '线索-到期', 'untrue-report', '2020-01-01', '2021-01-01', '2023-01-01',
                                '450223102901', 'open')""").param(id).update();
        sweeper.sweep();
        sweeper.sweep();
        assertThat(due()).isEqualTo(before + 1);
        assertThat(everything
                        .sql("select count(*) from retention where subject_id = ? and archived_at is null"
                                + " and erased_at is null")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private long due() {
        return everything
                .sql("select count(*) from notice where code = 'retention-due'")
                .query(Long.class)
                .single();
    }
}
