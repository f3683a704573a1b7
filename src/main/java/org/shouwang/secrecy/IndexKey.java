package org.shouwang.secrecy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.mac.HmacParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The key of the blind indexes, of the suite the database was made with: HMAC-SHA-256 or HMAC-SM3. */
record IndexKey(@Nullable KeysetHandle aes, byte @Nullable [] sm) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static IndexKey fresh(Suite suite) {
        if (suite == Suite.SM) {
            byte[] key = new byte[BYTES];
            RANDOM.nextBytes(key);
            return new IndexKey(null, key);
        }
        try {
            return new IndexKey(
                    KeysetHandle.generateNew(HmacParameters.builder()
                            .setKeySizeBytes(BYTES)
                            .setTagSizeBytes(BYTES)
                            .setHashType(HmacParameters.HashType.SHA256)
                            .setVariant(HmacParameters.Variant.NO_PREFIX)
                            .build()),
                    null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Mac primitive() {
        if (sm != null) {
            return new SmMac(sm);
        }
        try {
            return java.util.Objects.requireNonNull(aes).getPrimitive(RegistryConfiguration.get(), Mac.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode json() {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        if (aes != null) {
            file.set("aes", Keys.json(aes));
        }
        if (sm != null) {
            file.put("sm", Base64.getEncoder().encodeToString(sm));
        }
        return file;
    }

    static IndexKey of(JsonNode file) throws GeneralSecurityException {
        try {
            byte[] sm =
                    file.has("sm") ? Base64.getDecoder().decode(file.get("sm").asString()) : null;
            KeysetHandle aes = file.has("aes") ? PartKeys.handle(file.get("aes")) : null;
            if (aes == null && (sm == null || sm.length != BYTES)) {
                throw new GeneralSecurityException("no indexes");
            }
            return new IndexKey(aes, sm);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("no indexes");
        }
    }
}
