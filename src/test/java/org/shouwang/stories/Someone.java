package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.shouwang.testing.Browser;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Tokens;

/** One of the demo's people before the screen: looks, presses, types; nothing else. */
final class Someone implements AutoCloseable {

    private static final double PATIENCE = 45_000;
    private static final Pattern WITH_KEY = Pattern.compile(".*/report/receipt/.+");

    private final Page page;
    private final String address;

    private Someone(Page page, String address) {
        this.page = page;
        this.address = address;
        page.setDefaultTimeout(PATIENCE);
        page.setDefaultNavigationTimeout(PATIENCE);
    }

    static Someone atDesk(String username) {
        return new Someone(
                Browser.as(username, Browser.DESK), TestParts.running().address());
    }

    static Someone onPhone(String username) {
        return new Someone(
                Browser.as(username, Browser.PHONE), TestParts.running().address());
    }

    /** At another application than the one under test. */
    static Someone at(String address, String username, int width) {
        Page page = Browser.anonymous(width);
        page.navigate(address + "/oauth2/authorization/keycloak");
        page.fill("#username", username);
        page.fill("#password", Tokens.PASSWORD);
        page.click("#kc-login");
        page.waitForURL(url -> url.startsWith(address));
        return new Someone(page, address);
    }

    /** What anybody sees who has the code and no login. */
    static String tracked(String code, String address) {
        Page page = Browser.anonymous(Browser.PHONE);
        try {
            page.navigate(address + "/track");
            page.fill("#code", code);
            page.click("form:has(#code) button[type=submit]");
            String state = page.locator("#state").textContent();
            Browser.shot(page, "tracking");
            return state;
        } finally {
            page.context().close();
        }
    }

    static String tracked(String code) {
        return tracked(code, TestParts.running().address());
    }

    Page page() {
        return page;
    }

    /** Goes to a page and says how it was answered. */
    int open(String path) {
        Response response = page.navigate(address + path);
        return response == null ? 0 : response.status();
    }

    String text() {
        return page.locator("body").innerText();
    }

    /** The path of what is on the screen. */
    String path() {
        return page.url().substring(address.length());
    }

    // ── the inbox ──

    /** Waits until the inbox has this task about somebody, takes it and has its form open. */
    Someone take(String task, String about) {
        page.waitForCondition(() -> sees(task, about), new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        Locator row = row(task, about).first();
        Locator claim = row.locator("[data-claim]");
        if (claim.count() > 0) {
            claim.click();
        } else {
            row.locator("a.go").click();
        }
        page.waitForURL("**/tasks/*");
        page.locator("form[data-form]").waitFor();
        return this;
    }

    /** Whether the task is in one of the boxes now; leaves the box open in which it is. */
    boolean sees(String task, String about) {
        for (String box : List.of("mine", "team")) {
            open("/inbox?box=" + box);
            while (true) {
                if (row(task, about).count() > 0) {
                    return true;
                }
                Locator more = page.locator("a[rel=next]");
                if (more.count() == 0) {
                    break;
                }
                page.navigate(address + more.getAttribute("href"));
            }
        }
        return false;
    }

    /** The row of the inbox that is open. */
    Locator row(String task, String about) {
        Locator named = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(task).setExact(true));
        return page.locator("li.sw-row")
                .filter(new Locator.FilterOptions().setHas(named))
                .filter(new Locator.FilterOptions().setHasText(about));
    }

    // ── a form ──

    Someone choose(String field, String... values) {
        for (String value : values) {
            page.locator("[data-form] input[name='" + field + "'][value='" + value + "']")
                    .check();
        }
        return this;
    }

    Someone write(String field, String words) {
        page.fill("[data-form] [name='" + field + "']", words);
        return this;
    }

    Someone pick(String field, String value) {
        page.selectOption("[data-form] select[name='" + field + "']", value);
        return this;
    }

    /** The next page of a form in pages. */
    Someone next() {
        page.click("[data-next]");
        return this;
    }

    /** Presses 再加 of a group that has no row yet. */
    Someone addTo(String group) {
        if (page.locator("[data-field='" + group + "'] [data-row]").count() == 0) {
            page.click("[data-field='" + group + "'] [data-add]");
        }
        return this;
    }

    /** Looks for a child by name and chooses it. */
    Someone find(String field, String name) {
        page.fill("[data-form] [name='_q." + field + "']", name);
        page.locator("[data-form] input[name='" + field + "'][data-name='" + name + "']")
                .check();
        return this;
    }

    /** Makes sure a child stands in a group; the form may have brought it along. */
    Someone include(String group, String name) {
        Locator there = page.locator("[data-field='" + group + "'] label:has(input:checked)")
                .filter(new Locator.FilterOptions().setHasText(name));
        if (there.count() == 0) {
            Locator rows = page.locator("[data-field='" + group + "'] [data-row]");
            page.click("[data-field='" + group + "'] [data-add]");
            String field = rows.last().locator("[data-person-search]").getAttribute("data-field-name");
            find(field, name);
        }
        return this;
    }

    /** Sends the form of a task: it must be accepted. */
    void send() {
        press();
        assertThat(path()).as(problems()).startsWith("/inbox");
    }

    /** Sends the form of a task and gives the words in which it is refused. */
    String sendInVain() {
        press();
        assertThat(path()).endsWith("/complete");
        return problems();
    }

    private void press() {
        page.click("[data-submit]");
        page.waitForURL(url -> url.contains("/inbox") || url.endsWith("/complete"));
    }

    private String problems() {
        return String.join("; ", page.locator("[data-errors], .sw-bad").allInnerTexts());
    }

    /** Sends a report and gives the code of its receipt. */
    String sendReport() {
        page.click("[data-submit]");
        page.waitForURL(WITH_KEY);
        return page.locator("[data-tracking-code]").innerText().strip();
    }

    void shot(String name) {
        Browser.shot(page, name);
    }

    /** The same page as it looks at a desk and on a phone. */
    void shotBoth(String name) {
        int width = page.viewportSize().width;
        for (int each : List.of(Browser.PHONE, Browser.DESK)) {
            page.setViewportSize(each, each == Browser.PHONE ? 740 : 800);
            Browser.shot(page, name);
        }
        page.setViewportSize(width, width == Browser.PHONE ? 740 : 800);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
