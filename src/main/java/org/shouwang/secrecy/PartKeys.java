package org.shouwang.secrecy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys of one part, of either suite or of both while a database changes over.
 *
 * @param seals the suite new values are sealed with; all keys open
 */
record PartKeys(
        Suite seals, @Nullable KeysetHandle aes, @Nullable SmKeys sm) {

    static PartKeys fresh(Suite suite) {
        return new PartKeys(suite, null, null).rotated(suite);
    }

    /** These keys and a new one of {@code suite} that seals from now on. */
    PartKeys rotated(Suite suite) {
        return suite == Suite.AES
                ? new PartKeys(suite, moreAes(), sm)
                : new PartKeys(suite, aes, sm == null ? SmKeys.fresh() : sm.rotated());
    }

    private KeysetHandle moreAes() {
        try {
            KeysetHandle.Builder builder = aes == null ? KeysetHandle.newBuilder() : KeysetHandle.newBuilder(aes);
            return builder.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Aead primitive() {
        return new TwoSuites(seals, aes == null ? null : tink(aes), sm == null ? null : new SmAead(sm));
    }

    private static Aead tink(KeysetHandle handle) {
        try {
            return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode json() {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("seals", seals.name());
        if (aes != null) {
            file.set("aes", Keys.json(aes));
        }
        if (sm != null) {
            file.set("sm", sm.json());
        }
        return file;
    }

    static PartKeys of(JsonNode file) throws GeneralSecurityException {
        Suite seals = Suite.valueOf(file.path("seals").asString("AES"));
        KeysetHandle aes = file.has("aes") ? handle(file.get("aes")) : null;
        SmKeys sm = file.has("sm") ? SmKeys.of(file.get("sm")) : null;
        if (seals == Suite.AES ? aes == null : sm == null) {
            throw new GeneralSecurityException("no key to seal with");
        }
        return new PartKeys(seals, aes, sm);
    }

    static KeysetHandle handle(JsonNode keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                JsonMapper.shared().writeValueAsString(keyset), InsecureSecretKeyAccess.get());
    }
}
