package org.shouwang.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @Test
    void oneRunAtATimeHoldsIt(@TempDir Path folder) {
        try (DataDirectory first = DataDirectory.claim(folder)) {
            assertThatThrownBy(() -> DataDirectory.claim(folder))
                    .isInstanceOf(LaunchRefused.class)
                    .hasMessageContaining("Another Shouwang");
            first.secrets();
        }
        assertThatCode(() -> DataDirectory.claim(folder).close()).doesNotThrowAnyException();
    }
}
