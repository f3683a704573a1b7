package org.shouwang.person.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A protected address is for those who place children, and for nobody else who reads the person's file. */
@ShouwangTest
class ProtectedAddressIT {

    private final JdbcClient everything = TestParts.everything();
    private String person;

    @BeforeEach
    void somebody() {
        person = everything.sql("""
                    select person.id from person join household on household.id = household_id
                    where household.division = '450223102901' order by household.id, person.id limit 1""").query(String.class).single();
    }

    @AfterEach
    void forgetIt() {
        everything
                .sql(
                        "update household set protected_since = null, protected_by = null, protected_reason = null, lifted_reason = null")
                .update();
    }

    private Api.Answer asks(String who, String act, String reason) {
        return Api.as(who).post("/api/v1/persons/" + person + "/address/" + act, Map.of("reason", reason));
    }

    private Api.Answer opens(String who, String ground) {
        return Api.as(who).post("/api/v1/persons/" + person + "/address/open", Map.of("ground", ground));
    }

    private String household(String who) {
        Api.Answer answer = Api.as(who).get("/api/v1/persons/" + person);
        assertThat(answer.status()).as(who).isEqualTo(200);
        return answer.json().path("household").toString();
    }

    @Test
    void isForThoseWhoPlaceChildrenOnly() {
        String address = Api.as("caseworker")
                .get("/api/v1/persons/" + person)
                .json()
                .at("/household/address")
                .asString();
        assertThat(address).isNotBlank();
        assertThat(household("supervisor")).contains(address);
        assertThat(asks("caseworker", "protect", "搬到亲戚家，不能让前夫知道。").status()).isEqualTo(200);

        for (String who : List.of("director", "supervisor", "station", "county")) {
            assertThat(opens(who, "place").status()).as(who).isEqualTo(403);
            assertThat(household(who)).as(who).doesNotContain(address).contains("\"isProtected\":true");
            assertThat(Visitor.of(who).get("/persons/" + person).text())
                    .as(who)
                    .doesNotContain(address)
                    .contains("地址已保护");
            assertThat(asks(who, "lift", "想看").status()).as(who).isEqualTo(403);
        }
        assertThat(household("caseworker")).doesNotContain(address);
        assertThat(opens("caseworker", "curious").status()).isEqualTo(422);
        assertThat(opens("caseworker", "place").text()).contains(address);
        assertThat(everything
                        .sql(
                                "select act || coalesce(' ' || (details->>'ground'), '') from journal_entry where subject_id = cast(? as uuid) and act like 'address.%' order by id")
                        .param(person)
                        .query(String.class)
                        .list())
                .contains("address.protected", "address.opened place")
                .doesNotContain("address.opened");
        assertThat(everything
                        .sql("select count(*) from household where strpos(household::text, '前夫') > 0")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(asks("caseworker", "protect", "再一次").status()).isEqualTo(409);
        assertThat(asks("caseworker", "lift", "已经搬回来了。").status()).isEqualTo(200);
        assertThat(household("director")).contains(address);
        assertThat(everything
                        .sql(
                                "select count(*) from household where lifted_reason is not null and strpos(household::text, '搬回') = 0")
                        .query(Integer.class)
                        .single())
                .as("why it was lifted stays, sealed")
                .isEqualTo(1);
    }

    @Test
    void asksForAReasonOnThePage() {
        Page page = Browser.as("caseworker", Browser.DESK);
        page.navigate(Browser.at("/persons/" + person));
        page.getByText("保护这个地址").first().click();
        page.evaluate("document.querySelector('form[action$=protect]').noValidate = true");
        page.fill("#address-reason", "   ");
        page.click("form[action$='/address/protect'] button");
        assertThat(page.locator("main").innerText()).contains("请写明理由");
        page.fill("#address-reason", "寄养家庭。");
        page.click("form[action$='/address/protect'] button");
        page.waitForURL("**/persons/*");
        assertThat(page.locator("main").innerText()).contains("地址已保护", "解除地址保护").doesNotContain("不得向任何人透露");
        page.getByText("查看地址").first().click();
        page.check("input[name=ground][value=visit]");
        Browser.shotBoth(page, "person-protected");
        page.click("form[action$='/address/open'] button");
        page.waitForURL("**/address/open");
        assertThat(page.locator("main").innerText()).contains("不得向任何人透露");
        Browser.shotBoth(page, "person-address-opened");
        page.context().close();
        Page township = Browser.as("supervisor", Browser.PHONE);
        township.navigate(Browser.at("/persons/" + person));
        assertThat(township.locator("main").innerText()).contains("地址已保护").doesNotContain("解除地址保护");
        Browser.shotBoth(township, "person-address-hidden");
        township.context().close();
    }

    /** That a parent is held is a reason: the village reads that he or she is away. */
    @Test
    void tellsTheVillageNotThatAGuardianIsHeld() {
        String child = everything.sql("""
                        select ward_id from guardianship join person on person.id = ward_id
                        where whereabouts = 'detained' and person.division = '450223102902' limit 1""").query(String.class).single();
        assertThat(guardians("station", child)).contains("detained");
        assertThat(guardians("director2", child)).contains("away").doesNotContain("detained");
        assertThat(Visitor.of("director2").get("/persons/" + child).text()).doesNotContain("羁押");
    }

    private static String guardians(String who, String child) {
        Api.Answer answer = Api.as(who).get("/api/v1/persons/" + child);
        assertThat(answer.status()).as(who).isEqualTo(200);
        return answer.json().path("guardians").toString();
    }

    @Test
    void staysSealedFromEverybodyBeyondTheFile() {
        assertThat(asks("caseworker", "protect", "寄养家庭。").status()).isEqualTo(200);
        for (String who : List.of("police", "court", "federation", "school", "auditor", "admin")) {
            assertThat(Api.as(who).get("/api/v1/persons/" + person).status())
                    .as(who)
                    .isIn(403, 404);
            assertThat(asks(who, "protect", "想看").status()).as(who).isEqualTo(403);
        }
        assertThat(Api.as("director2").get("/api/v1/persons/" + person).status())
                .isEqualTo(404);
        assertThat(asks("caseworker", "lift", "").json().at("/errors/0/code").asString())
                .isEqualTo("address-reason");
    }
}
