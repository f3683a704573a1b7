package org.shouwang.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
        Secrecy later = new Secrecy(Keys.fromJson(keys.rotated(Suite.AES).toJson()));
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
        KeyFile file = new KeyFile(folder.resolve("secrets/keys.json"), Suite.AES);
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
        KeyFile file = new KeyFile(folder.resolve("keys.json"), Suite.AES);
        file.read(true);
        Secrecy running = new Secrecy(file.read(false), new KeyWatch(file)::newer);
        file.rotate();
        byte[] sealed = new Secrecy(file.read(false)).seal(PLACE, row, "x");
        assertThat(running.open(PLACE, row, sealed)).isEqualTo("x");
        assertThatThrownBy(() -> running.open(PLACE, UUID.randomUUID(), sealed)).isInstanceOf(Unsealable.class);
    }

    @Test
    void stopsWithoutAKeyFileOrWithADamagedOne() throws IOException {
        KeyFile file = new KeyFile(folder.resolve("keys.json"), Suite.AES);
        assertThatThrownBy(() -> file.read(false))
                .isInstanceOf(UnusableKeyFile.class)
                .hasMessageContaining("does not exist");
        Files.writeString(file.path(), "{\"fields\": {\"secret\": 1}}");
        assertThatThrownBy(() -> file.read(false))
                .isInstanceOf(UnusableKeyFile.class)
                .hasMessageContaining("damaged")
                .hasMessageNotContaining("secret");
    }

    @Test
    void sealsEachPartUnderKeysOfItsOwn() throws Exception {
        byte[] reporter = secrecy.seal("reporter.sealed", row, "谁报告的");
        JsonNode file = new JsonMapper().readTree(keys.toJson());
        Set<String> distinct = new HashSet<>();
        file.path("parts").forEach(part -> distinct.add(part.toString()));
        assertThat(distinct).hasSize(Part.values().length);
        ObjectNode without = (ObjectNode) file;
        ((ObjectNode) without.path("parts")).set("reporter", file.path("parts").path("fields"));
        Secrecy fieldsOnly = new Secrecy(Keys.fromJson(without.toString()));
        assertThatThrownBy(() -> fieldsOnly.open("reporter.sealed", row, reporter))
                .isInstanceOf(Unsealable.class);
    }

    @Test
    void sealsAndIndexesWithTheNationalSuite() throws Exception {
        Keys national = Keys.fromJson(Keys.fresh(Suite.SM).toJson());
        Secrecy sm = new Secrecy(national);
        byte[] sealed = sm.seal(PLACE, row, "识别号 450223201901010018");
        assertThat(sealed[0]).isEqualTo(SmAead.VERSION);
        assertThat(sm.open(PLACE, row, sealed)).isEqualTo("识别号 450223201901010018");
        assertThatThrownBy(() -> sm.open("person.phone", row, sealed)).isInstanceOf(Unsealable.class);
        assertThatThrownBy(() -> secrecy.open(PLACE, row, sealed)).isInstanceOf(Unsealable.class);
        assertThat(sm.index("id-number", "1")).hasSize(32).isEqualTo(sm.index("id-number", "1"));
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> sm.open(PLACE, row, sealed)).isInstanceOf(Unsealable.class);
        assertThatThrownBy(() -> sm.open(PLACE, row, new byte[] {SmAead.VERSION}))
                .isInstanceOf(Unsealable.class);
    }

    /** GB/T 32907-2016, example 1: key and text are the same. */
    @Test
    void knowsTheStandardsOwnExampleOfSm4() {
        byte[] key = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(key));
        byte[] out = new byte[16];
        engine.processBlock(key, 0, out, 0);
        assertThat(HexFormat.of().formatHex(out)).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @Test
    void changesOverToTheOtherSuiteByRotationAndReadsBoth() {
        KeyFile aes = new KeyFile(folder.resolve("keys.json"), Suite.AES);
        byte[] old = new Secrecy(aes.read(true)).seal(PLACE, row, "old");
        KeyFile sm = new KeyFile(folder.resolve("keys.json"), Suite.SM);
        assertThatThrownBy(() -> sm.sealingAsSet(sm.read(false)))
                .isInstanceOf(UnusableKeyFile.class)
                .hasMessageContaining("--shouwang.rotate-keys");
        sm.rotate();
        Secrecy both = new Secrecy(sm.sealingAsSet(sm.read(false)));
        byte[] fresh = both.seal(PLACE, row, "new");
        assertThat(fresh[0]).isEqualTo(SmAead.VERSION);
        assertThat(both.open(PLACE, row, old)).isEqualTo("old");
        assertThat(both.open(PLACE, row, fresh)).isEqualTo("new");
    }

    @Test
    void readsAFileFromBeforePartsHadKeys() throws Exception {
        JsonNode parts = new JsonMapper().readTree(keys.toJson());
        ObjectNode before = new JsonMapper().createObjectNode();
        before.set("fields", parts.at("/parts/fields/aes"));
        before.set("indexes", parts.at("/indexes/aes"));
        Secrecy one = new Secrecy(Keys.fromJson(before.toString()));
        byte[] sealed = one.seal("reporter.sealed", row, "x");
        Secrecy later = new Secrecy(Keys.fromJson(before.toString()).rotated(Suite.AES));
        assertThat(later.open("reporter.sealed", row, sealed)).isEqualTo("x");
        assertThat(one.index("id-number", "1")).isEqualTo(secrecy.index("id-number", "1"));
    }
}
