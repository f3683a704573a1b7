package org.shouwang.secrecy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import java.security.GeneralSecurityException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys in memory: a keyset for fields (AES-256-GCM; the newest key seals, all of them open) and one key for blind
 * indexes (HMAC-SHA-256, uncut), which does not rotate because every index would have to be made anew.
 */
record Keys(KeysetHandle fieldKeys, KeysetHandle indexKeys) {

    private static final JsonMapper JSON = new JsonMapper();

    static {
        try {
            AeadConfig.register();
            MacConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static Keys fresh() {
        try {
            return new Keys(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                    KeysetHandle.generateNew(HmacParameters.builder()
                            .setKeySizeBytes(32)
                            .setTagSizeBytes(32)
                            .setHashType(HmacParameters.HashType.SHA256)
                            .setVariant(HmacParameters.Variant.NO_PREFIX)
                            .build()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** These keys and a new one that seals from now on. */
    Keys rotated() {
        try {
            KeysetHandle more = KeysetHandle.newBuilder(fieldKeys)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            return new Keys(more, indexKeys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Aead fields() {
        try {
            return fieldKeys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Mac indexes() {
        try {
            return indexKeys.getPrimitive(RegistryConfiguration.get(), Mac.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String toJson() {
        ObjectNode file = JSON.createObjectNode();
        file.set("fields", json(fieldKeys));
        file.set("indexes", json(indexKeys));
        return file.toPrettyString();
    }

    static Keys fromJson(String text) throws GeneralSecurityException {
        JsonNode file = JSON.readTree(text);
        return new Keys(handle(file, "fields"), handle(file, "indexes"));
    }

    private static JsonNode json(KeysetHandle handle) {
        try {
            return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeysetHandle handle(JsonNode file, String part) throws GeneralSecurityException {
        JsonNode keyset = file.get(part);
        if (keyset == null) {
            throw new GeneralSecurityException("no " + part);
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(JSON.writeValueAsString(keyset), InsecureSecretKeyAccess.get());
    }
}
