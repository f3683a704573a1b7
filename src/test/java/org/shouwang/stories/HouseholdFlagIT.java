package org.shouwang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Flags on households (重点关注): the village sees that there is one, those above it why; each ends by itself. */
@ShouwangTest
class HouseholdFlagIT {

    private static final String REASON = "去年出过两次警，夫妻都喝酒。";

    private final JdbcClient everything = TestParts.everything();

    @Autowired
    TestClock clock;

    @BeforeEach
    void aMondayInFebruary() {
        clock.set(LocalDateTime.of(2026, 2, 2, 9, 0));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    /** Somebody of 石榴村 with a household. */
    private UUID person() {
        return everything
                .sql("select id from person where division = '450223102902' and household_id is not null"
                        + " and sealed_class = 'open' order by id limit 1")
                .query(UUID.class)
                .single();
    }

    private static Api.Answer flag(String who, UUID person, Map<String, ?> asked) {
        return Api.as(who)
                .post(
                        "/api/v1/persons/" + person + "/flags",
                        asked,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    @Test
    void showsTheVillageThatThereIsOneAndThoseAboveItWhyUntilItEnds() {
        UUID person = person();
        String page = "/persons/" + person;
        Page desk = Browser.as("station", Browser.PHONE);
        desk.navigate(Browser.at(page));
        desk.getByText("重点关注的家庭").first().click();
        desk.waitForURL("**/flags");
        desk.locator("input[name=kind][value=violence]").check();
        desk.locator("input[name=source][value=agency]").check();
        desk.fill("#until", "2030-01-01");
        desk.fill("#reason", REASON);
        desk.click("main form button[type=submit]");
        assertThat(desk.locator(".sw-bad")).containsText("12 个月");
        assertThat(desk.locator("#reason")).hasValue(REASON);
        Browser.shotBoth(desk, "finding-flags");
        desk.fill("#until", "");
        desk.click("main form button[type=submit]");
        assertThat(desk.locator("main")).containsText("2026-02-02 到 2026-08-02");
        assertThat(desk.locator("main")).containsText(REASON);
        assertThat((Integer) desk.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        desk.context().close();

        String village = Visitor.of("director2").get(page).text();
        assertThat(village).contains("重点关注", "到 2026-08-02").doesNotContain(REASON, "家庭暴力", "其他单位告知");
        assertThat(Visitor.of("director2").get(page + "/flags").status()).isEqualTo(403);
        assertThat(Api.as("director2").get("/api/v1" + page + "/flags").status())
                .isEqualTo(403);
        assertThat(Visitor.of("supervisor").get(page).text()).contains("有过家庭暴力");
        assertThat(Api.as("supervisor2").get("/api/v1" + page + "/flags").status())
                .isEqualTo(404);
        assertThat(Api.as("school").get("/api/v1" + page + "/flags").status()).isEqualTo(403);
        assertThat(everything
                        .sql("select string_agg(row::text, ' ') from household_flag_ground row")
                        .query(String.class)
                        .single())
                .doesNotContain(REASON);

        clock.advance(Duration.ofDays(182));
        assertThat(Visitor.of("director2").get(page).text()).doesNotContain("2026-08-02");
        assertThat(Visitor.of("supervisor").get(page).text()).doesNotContain("有过家庭暴力");
        assertThat(Visitor.of("supervisor").get(page + "/flags").text()).contains("已经到期的", REASON);
    }

    @Test
    void wantsASourceAReasonAndAnEnd() {
        UUID person = person();
        Api.Answer empty = flag("station", person, Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.json().path("errors").toString()).contains("kind", "source", "reason");
        Map<String, String> right = Map.of("kind", "care", "source", "visit", "reason", "奶奶住院。", "until", "2026-03-02");
        assertThat(flag("director2", person, right).status()).isEqualTo(403);
        assertThat(flag("station2", person, right).status()).isEqualTo(404);
        assertThat(flag("station", person, right).status()).isEqualTo(201);
        assertThat(everything
                        .sql("select count(*) from household_flag where until is null or until <= since")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
