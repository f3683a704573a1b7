package org.shouwang.secrecy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keys for SM4 by number.
 *
 * @param primary the one that seals
 */
record SmKeys(int primary, Map<Integer, byte[]> keys) {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    SmKeys {
        keys = new TreeMap<>(keys);
    }

    static SmKeys fresh() {
        return new SmKeys(0, Map.of()).rotated();
    }

    SmKeys rotated() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        int number = RANDOM.ints(1, Integer.MAX_VALUE)
                .filter(each -> !keys.containsKey(each))
                .findFirst()
                .orElseThrow();
        Map<Integer, byte[]> more = new TreeMap<>(keys);
        more.put(number, key);
        return new SmKeys(number, more);
    }

    byte[] key(int number) throws GeneralSecurityException {
        byte[] key = keys.get(number);
        if (key == null) {
            throw new GeneralSecurityException("no such key");
        }
        return key;
    }

    ObjectNode json() {
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("primary", primary);
        ObjectNode list = file.putObject("keys");
        keys.forEach((number, key) -> list.put("" + number, Base64.getEncoder().encodeToString(key)));
        return file;
    }

    static SmKeys of(JsonNode file) throws GeneralSecurityException {
        Map<Integer, byte[]> keys = new TreeMap<>();
        try {
            file.path("keys")
                    .propertyStream()
                    .forEach(each -> keys.put(
                            Integer.valueOf(each.getKey()),
                            Base64.getDecoder().decode(each.getValue().asString())));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("no key");
        }
        SmKeys read = new SmKeys(file.path("primary").asInt(), keys);
        if (read.key(read.primary()).length != BYTES) {
            throw new GeneralSecurityException("no SM4 key");
        }
        return read;
    }
}
