package org.shouwang.access.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;

/** A login that comes to nothing: an answer of Keycloak's that nobody here waits for any more. */
@ShouwangTest
class FailedLoginIT {

    @Test
    void leadsToAPageOfOurs() {
        Page page = Browser.anonymous(Browser.PHONE);
        page.navigate(Browser.at("/login/oauth2/code/keycloak?state=old&code=none"));
        assertThat(page.locator("h1")).hasText("登录没有完成");
        page.click("a.btn-primary");
        assertThat(page.locator("#username")).isVisible();
        page.context().close();
    }
}
