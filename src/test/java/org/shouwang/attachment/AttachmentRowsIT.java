package org.shouwang.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.access.Subject;
import org.shouwang.secrecy.TestSecrecy;
import org.shouwang.testing.BareDatabase;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class AttachmentRowsIT {

    private final UUID officer = UUID.randomUUID();
    private final UUID draft = UUID.randomUUID();
    private final Subject report = Subject.of(UUID.randomUUID(), "report", "450223101000", "restricted");
    private final Rows rows =
            new Rows(JdbcClient.create(BareDatabase.get().app(officer, report.id())), TestSecrecy.fresh(), 3);

    @Test
    void keepsTheNameSealed() {
        UUID id = add();
        assertThat(rows.find(id).orElseThrow().attachment().name()).isEqualTo("张三的照片.jpg");
        byte[] name = new JdbcTemplate(BareDatabase.get().superuser())
                .queryForObject("select name from attachment where id = ?", byte[].class, id);
        assertThat(new String(name, StandardCharsets.UTF_8)).doesNotContain("张三");
    }

    @Test
    void bindsOnlyOnesOwnDrafts() {
        UUID id = add();
        assertThat(rows.keep(id, UUID.randomUUID(), null, report)).isFalse();
        assertThat(rows.keep(id, officer, null, report)).isTrue();
        List<Attachment> files = rows.of(report.id());
        assertThat(files).hasSize(1);
        assertThat(files.get(0).sealedClass()).isEqualTo("restricted");
        assertThat(files.get(0).neutralName()).matches("[0-9a-f]{12}\\.jpg");
        Subject other = Subject.of(UUID.randomUUID(), "report", "450223101000", "open");
        assertThat(rows.keep(id, officer, null, other))
                .as("already kept elsewhere")
                .isFalse();
        assertThat(rows.keep(id, UUID.randomUUID(), null, report)).as("again").isTrue();
    }

    @Test
    void takesNoMoreThanTheLimit() {
        add();
        add();
        add();
        assertThatThrownBy(this::add).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problems().get(0).code())
                .isEqualTo("file-too-many"));
    }

    private UUID add() {
        UUID id = Ids.next();
        rows.add(
                new Attachment(
                        id,
                        draft,
                        "张三的照片.jpg",
                        "jpg",
                        "image/jpeg",
                        10,
                        "450223101201",
                        "open",
                        officer,
                        Instant.now(),
                        null),
                new byte[32]);
        return id;
    }
}
