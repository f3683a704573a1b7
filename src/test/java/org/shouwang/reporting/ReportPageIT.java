package org.shouwang.reporting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShouwangTest
class ReportPageIT {

    private static final Pattern RECEIPT = Pattern.compile(".*/report/receipt/.*");

    private final JdbcClient database = TestParts.everything();

    private static Page open() {
        Page page = Browser.as("director", Browser.PHONE);
        page.navigate(Browser.at("/report"));
        return page;
    }

    private static void answer(Page page, String danger) {
        page.check("input[name=danger][value=" + danger + "]");
        page.click("[data-next]");
        page.check("input[name=worries][value='21']");
        page.click("[data-next]");
        page.click("[data-next]");
        page.check("input[name=childKnown][value=no]");
        page.click("[data-next]");
        page.click("[data-next]");
        page.click("[data-next]");
    }

    private int reports() {
        return database.sql("select count(*) from report").query(Integer.class).single();
    }

    @Test
    void asksToCallFirstAndCountsNothingAsSentThatWasNot() {
        int before = reports();
        Page page = open();
        assertThat(page.locator("[data-call=danger]")).isHidden();
        page.check("input[name=danger][value=unsure]");
        assertThat(page.locator("[data-call=danger] a[href='tel:110']")).isVisible();
        Browser.shotBoth(page, "report-danger");
        answer(page, "yes");
        page.click("[data-next]");
        page.context().setOffline(true);
        page.click("[data-submit]");
        assertThat(page.locator("[data-noted=urgent]")).containsText("尚未报告，请立即拨打110");
        assertThat(page.locator("main")).not().containsText("已提交");
        assertThat(reports()).isEqualTo(before);
        page.context().setOffline(false);
        page.waitForURL(RECEIPT);
        assertThat(reports()).as("sent by itself, once").isEqualTo(before + 1);
        assertThat(page.locator("main")).containsText("受案回执号");
        Browser.shotBoth(page, "report-receipt");
    }

    @Test
    void tellsTheStateToWhoeverHasTheCode() {
        Page page = open();
        answer(page, "no");
        page.click("[data-next]");
        page.dblclick("[data-submit]");
        page.waitForURL(RECEIPT);
        String code = page.textContent("[data-tracking-code]");
        Page anybody = Browser.anonymous(Browser.PHONE);
        anybody.navigate(Browser.at("/track"));
        anybody.fill("#code", "AAAA-BBBB-CCCC-DDDD");
        anybody.click("main button[type=submit]");
        assertThat(anybody.locator("#code-e")).containsText("没有查到");
        anybody.fill("#code", " " + code.toLowerCase(Locale.ROOT).replace("-", " "));
        anybody.click("main button[type=submit]");
        assertThat(anybody.locator("h1")).containsText("已收到");
        assertThat(anybody.url()).endsWith("/track");
        Page other = Browser.as("director2", Browser.PHONE);
        assertThat(other.navigate(Browser.at("/report/receipt/" + UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesPhotosWithoutKeepingWhoSentThem() throws IOException {
        Page page = open();
        answer(page, "no");
        Locator files = page.locator("[data-file-input]");
        files.setInputFiles(new FilePayload("x.jpg", "image/jpeg", "MZ no picture".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("[data-file-list]")).containsText("没有传上去");
        files.setInputFiles(new FilePayload("韦静仪拍的.png", "image/png", picture()));
        assertThat(page.locator("[data-file-list] input[name=files]")).hasCount(1);
        assertThat(page.locator("[data-file-list]")).not().containsText("韦静仪拍的");
        String file = page.locator("[data-file-list] input[name=files]").getAttribute("value");
        page.click("[data-next]");
        page.click("[data-submit]");
        page.waitForURL(RECEIPT);
        UUID report = UUID.fromString(page.url().replaceAll(".*/", ""));
        UUID director = database.sql("select id from officer where username = 'director'")
                .query(UUID.class)
                .single();
        assertThat(database.sql("select state || subject_id || (officer_id = :director) from attachment where id = :id")
                        .param("director", director)
                        .param("id", UUID.fromString(file))
                        .query(String.class)
                        .single())
                .isEqualTo("kept" + report + "false");
        assertThat(database.sql("select count(*) from journal_entry where reference = ? and officer_id is not null")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
