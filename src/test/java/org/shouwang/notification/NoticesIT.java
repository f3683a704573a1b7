package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.BareDatabase;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class NoticesIT {

    private final UUID officer = UUID.randomUUID();
    private final Notices notices =
            new Notices(JdbcClient.create(BareDatabase.get().app(officer)), Clock.systemUTC());

    @Test
    void showsTheNewestFirstAndPageByPage() {
        for (int each = 1; each <= 5; each++) {
            notices.tell(officer, "task-new", UUID.randomUUID(), "/tasks/" + each);
        }
        List<Notice> first = notices.latest(officer, 3);
        assertThat(first).extracting(Notice::link).containsExactly("/tasks/5", "/tasks/4", "/tasks/3");
        assertThat(notices.before(officer, first.get(2).id(), 3))
                .extracting(Notice::link)
                .containsExactly("/tasks/2", "/tasks/1");
        assertThat(notices.latest(UUID.randomUUID(), 3)).isEmpty();
    }

    @Test
    void marksAsSeenOnlyOnesOwn() {
        notices.tell(officer, "task-new", null, "/tasks/1");
        notices.tell(officer, "task-new", null, "/tasks/2");
        assertThat(notices.unread(officer)).isEqualTo(2);
        UUID id = notices.latest(officer, 1).get(0).id();
        assertThat(notices.follow(UUID.randomUUID(), id)).isEmpty();
        assertThat(notices.follow(officer, id)).contains("/tasks/2");
        assertThat(notices.unread(officer)).isEqualTo(1);
        notices.readAll(officer);
        assertThat(notices.unread(officer)).isZero();
        assertThat(notices.latest(officer, 2)).noneMatch(Notice::unread);
    }

    @Test
    void leadsNowhereButIntoThisProduct() {
        for (String link : List.of("https://elsewhere.example/", "//elsewhere.example/", "tasks")) {
            assertThatThrownBy(() -> notices.tell(officer, "task-new", null, link))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }
}
