package org.shouwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @Test
    void staysTheSameAndIsNobodyElses(@TempDir Path directory) throws IOException {
        Path folder = directory.resolve("secrets");
        String made = new Secrets(folder).get("client");
        assertThat(made).hasSizeGreaterThan(40);
        assertThat(new Secrets(folder).get("client")).isEqualTo(made);
        assertThat(new Secrets(folder).get("other")).isNotEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("client"))))
                .isEqualTo("rw-------");
    }
}
