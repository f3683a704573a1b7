package org.shouwang.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;

@ShouwangTest
class UploadIT {

    private final UUID subject = UUID.randomUUID();

    @Test
    void givesAFileBackToItsUploaderAsADownloadAndNotToStrangers() throws IOException {
        Api.Answer stored = upload("supervisor", "照片.png", picture());
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
        String path = "/api/v1/attachments/" + stored.json().path("id").asString();
        Api.Answer opened = Api.as("supervisor").get(path);
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        assertThat(opened.header("Content-Disposition")).startsWith("attachment; ");
        assertThat(opened.header("Content-Security-Policy")).contains("sandbox");
        assertThat(opened.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(Api.as("supervisor2").get(path).status())
                .as("another township")
                .isEqualTo(404);
        assertThat(TestParts.everything()
                        .sql("select act from journal_entry where subject_id = ? order by id")
                        .param(subject)
                        .query(String.class)
                        .list())
                .containsExactly("attachment.stored", "attachment.read");
    }

    @Test
    void saysAtTheFieldWhyAFileIsNotTaken() throws IOException {
        Api.Answer answer = upload("director", "照片.jpg", "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").path(0).path("path").asString()).isEqualTo("file");
        assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("file-disguised");
        assertThat(answer.json().path("errors").path(0).path("message").asString())
                .contains("扩展名");
    }

    @Test
    void refusesMoreThanTwelveMegabytes() throws IOException {
        Api.Answer answer = upload("director", "a.pdf", new byte[12 * 1024 * 1024 + 1]);
        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void isOneFileHoweverOftenItIsSentUnderItsKey() throws IOException {
        String key = UUID.randomUUID().toString();
        Api.Answer first = upload("supervisor", "照片.png", picture(), key);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(upload("supervisor", "照片.png", picture(), key).text()).isEqualTo(first.text());
        assertThat(upload("supervisor", "另一张.png", picture(), key).status()).isEqualTo(409);
        assertThat(upload("supervisor", "照片.png", picture(), "").status()).isEqualTo(400);
        assertThat(TestParts.everything()
                        .sql("select count(*) from attachment where subject_id = ?")
                        .param(subject)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private Api.Answer upload(String officer, String name, byte[] content) {
        return upload(officer, name, content, UUID.randomUUID().toString());
    }

    private Api.Answer upload(String officer, String name, byte[] content, String key) {
        return Api.as(officer).upload("/api/v1/attachments", subject, name, content, key);
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
