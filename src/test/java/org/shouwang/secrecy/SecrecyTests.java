package org.shouwang.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecrecyTests {

    private static final String PLACE = "person.id_number";

    private final UUID row = UUID.randomUUID();
    private final Keys keys = Keys.fresh();
    private final Secrecy secrecy = new Secrecy(keys);

    private final Path folder;

    SecrecyTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void opensWhatItSealed() {
        byte[] sealed = secrecy.seal(PLACE, row, "识别号 450223201901010018");
        assertThat(secrecy.open(PLACE, row, sealed)).isEqualTo("识别号 450223201901010018");
        assertThat(sealed).isNotEqualTo(secrecy.seal(PLACE, row, "识别号 450223201901010018"));
    }

    @Test
    void rejectsBytesMovedToAnotherRowOrColumn() {
        byte[] sealed = secrecy.seal(PLACE, row, "450223201901010018");
        assertThatThrownBy(() -> secrecy.open(PLACE, UUID.randomUUID(), sealed)).isInstanceOf(Unsealable.class);
        assertThatThrownBy(() -> secrecy.open("person.phone", row, sealed)).isInstanceOf(Unsealable.class);
    }

    @Test
    void rejectsAlteredBytes() {
        byte[] sealed = secrecy.seal(PLACE, row, "450223201901010018");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> secrecy.open(PLACE, row, sealed)).isInstanceOf(Unsealable.class);
    }

    @Test
    void readsOldRowsAfterRotationAndSealsWithTheNewKey() throws Exception {
        byte[] old = secrecy.seal(PLACE, row, "old");
        Secrecy later = new Secrecy(Keys.fromJson(keys.rotated().toJson()));
        assertThat(later.open(PLACE, row, old)).isEqualTo("old");
        byte[] fresh = later.seal(PLACE, row, "new");
        assertThatThrownBy(() -> secrecy.open(PLACE, row, fresh)).isInstanceOf(Unsealable.class);
        assertThat(later.index("id-number", "1")).isEqualTo(secrecy.index("id-number", "1"));
    }

    @Test
    void indexesAreEqualForEqualValuesOfOneKindOnly() {
        assertThat(secrecy.index("id-number", "a"))
                .hasSize(32)
                .isEqualTo(secrecy.index("id-number", "a"))
                .isNotEqualTo(secrecy.index("phone", "a"))
                .isNotEqualTo(new Secrecy(Keys.fresh()).index("id-number", "a"));
    }

    @Test
    void makesAKeyFileForItsOwnerOnly() throws IOException {
        KeyFile file = new KeyFile(folder.resolve("secrets/keys.json"));
        byte[] sealed = new Secrecy(file.read(true)).seal(PLACE, row, "x");
        assertThat(new Secrecy(file.read(false)).open(PLACE, row, sealed)).isEqualTo("x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        file.rotate();
        assertThat(new Secrecy(file.read(false)).open(PLACE, row, sealed)).isEqualTo("x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void opensWhatANodeWithANewerKeySealed() {
        KeyFile file = new KeyFile(folder.resolve("keys.json"));
        file.read(true);
        Secrecy running = new Secrecy(file.read(false), new KeyWatch(file)::newer);
        file.rotate();
        byte[] sealed = new Secrecy(file.read(false)).seal(PLACE, row, "x");
        assertThat(running.open(PLACE, row, sealed)).isEqualTo("x");
        assertThatThrownBy(() -> running.open(PLACE, UUID.randomUUID(), sealed)).isInstanceOf(Unsealable.class);
    }

    @Test
    void stopsWithoutAKeyFileOrWithADamagedOne() throws IOException {
        KeyFile file = new KeyFile(folder.resolve("keys.json"));
        assertThatThrownBy(() -> file.read(false))
                .isInstanceOf(UnusableKeyFile.class)
                .hasMessageContaining("does not exist");
        Files.writeString(file.path(), "{\"fields\": {\"secret\": 1}}");
        assertThatThrownBy(() -> file.read(false))
                .isInstanceOf(UnusableKeyFile.class)
                .hasMessageContaining("damaged")
                .hasMessageNotContaining("secret");
    }
}
