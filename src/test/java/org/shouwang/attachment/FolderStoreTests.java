package org.shouwang.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTests {

    private static final String KEY = "ab12".repeat(16);

    @Test
    void keepsAFileOnceAndLeavesNothingElseBehind(@TempDir Path folder) throws IOException {
        FolderStore store = new FolderStore(folder);
        store.put(KEY, new byte[] {1, 2, 3});
        store.put(KEY, new byte[] {4});
        assertThat(store.get(KEY)).containsExactly(1, 2, 3);
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files).containsExactly(folder.resolve("ab/12").resolve(KEY));
        }
    }
}
