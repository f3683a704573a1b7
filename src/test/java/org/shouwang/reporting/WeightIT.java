package org.shouwang.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;

/** A report without photos takes under 50 KB on a poor network, with nothing in the phone's cache. */
@ShouwangTest
class WeightIT {

    private static final long MOST = 50_000;

    @Test
    void carriesAReportAndItsReceiptInUnderFiftyKilobytes() {
        Page page = Browser.as("director", Browser.PHONE);
        AtomicLong bytes = meter(page);
        page.navigate(Browser.at("/report"));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.navigate(Browser.at("/report/receipt/" + reported()));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(bytes.get()).isBetween(10_000L, MOST);
    }

    /** What came over the wire, as the browser counts it: headers and compressed bodies. */
    private static AtomicLong meter(Page page) {
        AtomicLong bytes = new AtomicLong();
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.send("Network.clearBrowserCache");
        network.on(
                "Network.loadingFinished",
                (JsonObject event) ->
                        bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        return bytes;
    }

    private static String reported() {
        Api.Answer answer = Api.as("director")
                .post(
                        "/api/v1/reports",
                        Map.of(
                                "danger", "no",
                                "worries", List.of("21"),
                                "division", "450223102901",
                                "childKnown", "no",
                                "childName", "元小朵",
                                "contactPhone", "0772-0000101",
                                "insider", "no"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asString();
    }
}
