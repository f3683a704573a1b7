package org.shouwang.workflow.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ClockBundleTests {

    @Test
    void saysEverythingInBothLanguages() throws IOException {
        assertThat(bundle("/messages/clock_en.properties").keySet())
                .isEqualTo(bundle("/messages/clock.properties").keySet());
    }

    private static Properties bundle(String name) throws IOException {
        Properties bundle = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(ClockBundleTests.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            bundle.load(in);
        }
        return bundle;
    }
}
