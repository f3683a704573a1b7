package org.shouwang.secrecy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys in memory: a keyset for each part (the newest key seals, all of them open) and one key for blind indexes,
 * which does not rotate because every index would have to be made anew.
 */
record Keys(Map<Part, PartKeys> parts, IndexKey index) {

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
        return fresh(Suite.AES);
    }

    static Keys fresh(Suite suite) {
        Map<Part, PartKeys> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            parts.put(part, PartKeys.fresh(suite));
        }
        return new Keys(parts, IndexKey.fresh(suite));
    }

    /** These keys, and for each part a new one of {@code suite} that seals from now on. */
    Keys rotated(Suite suite) {
        Map<Part, PartKeys> more = new EnumMap<>(parts);
        more.replaceAll((part, keys) -> keys.rotated(suite));
        return new Keys(more, index);
    }

    /** Whether everything is sealed with {@code suite}. */
    boolean sealWith(Suite suite) {
        return parts.values().stream().allMatch(keys -> keys.seals() == suite);
    }

    Map<Part, Aead> sealing() {
        Map<Part, Aead> sealing = new EnumMap<>(Part.class);
        parts.forEach((part, keys) -> sealing.put(part, keys.primitive()));
        return sealing;
    }

    Mac indexes() {
        return index.primitive();
    }

    String toJson() {
        ObjectNode file = JSON.createObjectNode();
        ObjectNode each = file.putObject("parts");
        parts.forEach((part, keys) -> each.set(part.key(), keys.json()));
        file.set("indexes", index.json());
        return file.toPrettyString();
    }

    static Keys fromJson(String text) throws GeneralSecurityException {
        JsonNode file = JSON.readTree(text);
        if (file.has("fields")) {
            return fromOneKeyset(file);
        }
        Map<Part, PartKeys> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            JsonNode keys = file.path("parts").path(part.key());
            if (!keys.isObject()) {
                throw new GeneralSecurityException("no " + part.key());
            }
            parts.put(part, PartKeys.of(keys));
        }
        return new Keys(parts, IndexKey.of(file.path("indexes")));
    }

    /** A file from before parts had keys of their own: all share the one keyset, until the next rotation. */
    private static Keys fromOneKeyset(JsonNode file) throws GeneralSecurityException {
        PartKeys one = new PartKeys(Suite.AES, PartKeys.handle(file.get("fields")), null);
        Map<Part, PartKeys> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            parts.put(part, one);
        }
        return new Keys(parts, new IndexKey(PartKeys.handle(file.path("indexes")), null));
    }

    static JsonNode json(KeysetHandle handle) {
        try {
            return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
