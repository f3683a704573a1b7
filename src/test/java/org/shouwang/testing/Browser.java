package org.shouwang.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One real browser for the whole run; every page is somebody's, logged in through Keycloak's own form. */
public final class Browser {

    /** A phone held in one hand. */
    public static final int PHONE = 360;

    /** A desk. */
    public static final int DESK = 1280;

    private static final Map<String, String> SESSIONS = new HashMap<>();
    private static @Nullable Playwright playwright;
    private static com.microsoft.playwright.@Nullable Browser browser;

    private Browser() {}

    /** A page of this demo user at {@code width}; the login of an earlier page of theirs is used again. */
    public static synchronized Page as(String username, int width) {
        String session = SESSIONS.get(username);
        Page page = context(width, session).newPage();
        if (session == null || !isLoggedIn(page)) {
            logIn(page, username);
            SESSIONS.put(username, page.context().storageState());
        }
        return page;
    }

    /** A page of this demo user with a login of its own, for tests that log out or let the login end. */
    public static synchronized Page fresh(String username, int width) {
        Page page = context(width, null).newPage();
        logIn(page, username);
        return page;
    }

    /** A page of nobody. */
    public static synchronized Page anonymous(int width) {
        return context(width, null).newPage();
    }

    /** The application's address with this path. */
    public static String at(String path) {
        return TestParts.running().address() + path;
    }

    /** Keeps a picture of the whole page under {@code target/screenshots}, and in the docs when asked to. */
    public static void shot(Page page, String name) {
        String file = name + "-" + page.viewportSize().width + ".png";
        page.screenshot(picture(Path.of("target", "screenshots", file)));
        if (Boolean.getBoolean("shouwang.images")) {
            page.screenshot(picture(Path.of("src", "docs", "images", file)));
        }
    }

    /** The same page as it looks on a phone and at a desk. */
    public static void shotBoth(Page page, String name) {
        int width = page.viewportSize().width;
        for (int each : List.of(PHONE, DESK)) {
            page.setViewportSize(each, height(each));
            shot(page, name);
        }
        page.setViewportSize(width, height(width));
    }

    /** Closes what a test class has left open: a page nobody looks at any more still costs its share of two cores. */
    static final class Leaves implements AfterAllCallback {

        @Override
        public void afterAll(ExtensionContext context) {
            synchronized (Browser.class) {
                if (browser != null) {
                    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
                }
            }
        }
    }

    private static int height(int width) {
        return width < 600 ? 740 : 800;
    }

    private static Page.ScreenshotOptions picture(Path path) {
        return new Page.ScreenshotOptions().setFullPage(true).setPath(path);
    }

    private static boolean isLoggedIn(Page page) {
        page.navigate(at("/inbox"));
        return page.url().startsWith(TestParts.running().address());
    }

    private static void logIn(Page page, String username) {
        TestParts.running().issuer(); // waits for Keycloak
        page.navigate(at("/oauth2/authorization/keycloak"));
        page.fill("#username", username);
        page.fill("#password", Tokens.PASSWORD);
        page.click("#kc-login");
        page.waitForURL(address -> address.startsWith(TestParts.running().address()));
    }

    private static BrowserContext context(int width, @Nullable String session) {
        boolean phone = width < 600;
        var options = new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(width, height(width))
                .setHasTouch(phone);
        if (session != null) {
            options.setStorageState(session);
        }
        return browser().newContext(options);
    }

    private static com.microsoft.playwright.Browser browser() {
        if (browser == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Chromium.find())
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
            Runtime.getRuntime().addShutdownHook(new Thread(Browser::close, "browser-stop"));
        }
        return browser;
    }

    private static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }
}
