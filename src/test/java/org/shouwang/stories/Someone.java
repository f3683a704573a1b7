package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.shouwang.testing.Browser;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Tokens;

/** One of the demo's people before the screen: looks, presses, types; nothing else. */
final class Someone implements AutoCloseable {

    private static final double PATIENCE = 15_000;

    /** A timer is looked for every five seconds, the duty roster every ten. */
    private static final double ROUNDS = 30_000;

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

    /** Presses a link or button by what is written on it. */
    Someone press(String words) {
        page.getByText(words, new Page.GetByTextOptions().setExact(true))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first()
                .click();
        return this;
    }

    /** From a task to the case it is about. */
    Someone openCase() {
        page.locator("a[href^='/cases/']:has-text('打开个案')").first().click();
        page.waitForURL("**/cases/*");
        return this;
    }

    String text() {
        return page.locator("body").innerText();
    }

    /** The path of what is on the screen. */
    String path() {
        return page.url().substring(address.length());
    }

    /** Looks for cases in a state, by what is written into the search of their list. */
    void search(String words, String state) {
        open("/cases");
        page.fill(".sw-filter input[name=q]", words);
        page.selectOption(".sw-filter select[name=state]", state);
        page.press(".sw-filter input[name=q]", "Enter");
        page.waitForURL(url -> url.contains("/cases?s="));
    }

    // ── the inbox ──

    /** Waits until the inbox has this task about somebody, takes it and has its form open. */
    Someone take(String task, String about) {
        awaits(task, about);
        Locator row = row(task, about).first();
        Locator claim = row.locator("[data-claim]");
        if (claim.count() > 0) {
            claim.click();
        } else {
            row.locator("a.go").click();
        }
        return atWork();
    }

    /** Takes the task whose page is open. */
    Someone claim() {
        page.click("form[action$='/claim'] button");
        return atWork();
    }

    private Someone atWork() {
        page.waitForURL("**/tasks/*");
        page.locator("form[data-form]").waitFor();
        return this;
    }

    /** Looks into the inbox until the task is there. */
    Someone awaits(String task, String about) {
        page.waitForCondition(() -> sees(task, about), new Page.WaitForConditionOptions().setTimeout(ROUNDS));
        return this;
    }

    /** Whether the task is in one of the boxes now; leaves the page of the box open on which it is. */
    boolean sees(String task, String about) {
        return leafsThrough(() -> row(task, about).count() > 0);
    }

    /** Whether any task about somebody is in one of the boxes now. */
    boolean seesAnythingAbout(String about) {
        return leafsThrough(
                () -> page.locator("li.sw-row:has-text('" + about + "')").count() > 0);
    }

    private boolean leafsThrough(BooleanSupplier found) {
        for (String box : List.of("mine", "team")) {
            open("/inbox?box=" + box);
            while (!found.getAsBoolean() && page.locator("a[rel=next]").count() > 0) {
                page.navigate(address + page.locator("a[rel=next]").getAttribute("href"));
            }
            if (found.getAsBoolean()) {
                return true;
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

    /** What is chosen in a field, by the form or by somebody. */
    String chosen(String field) {
        return page.locator("[data-form] input[name='" + field + "']:checked").inputValue();
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
        submit();
        assertThat(path()).as(problems()).startsWith("/inbox");
    }

    /** Sends the form of a task and gives the words in which it is refused. */
    String sendInVain() {
        submit();
        assertThat(path()).endsWith("/complete");
        return problems();
    }

    private void submit() {
        page.locator("html").evaluate("page => page.setAttribute('data-sent', '')");
        page.click("[data-submit]");
        page.locator("html:not([data-sent])").waitFor();
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
        Browser.shotBoth(page, name);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
