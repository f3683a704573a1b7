package org.shouwang.secrecy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Seals single fields and files, and makes blind indexes to find sealed values by equality.
 *
 * <p>What is sealed opens only at its place and row: the same bytes copied to another row or column are rejected.
 *
 * <p>After a rotation one node seals with the new key while another still runs with the old ones: what does not open is
 * tried once more with the key file as it stands by then.
 */
public final class Secrecy {

    private final Mac indexes;
    private final Supplier<Optional<Keys>> newer;
    private volatile Map<Part, Aead> sealing;

    Secrecy(Keys keys) {
        this(keys, Optional::empty);
    }

    /** @param newer the keys as they stand by now, empty when they are still the same */
    Secrecy(Keys keys, Supplier<Optional<Keys>> newer) {
        this.sealing = keys.sealing();
        this.indexes = keys.indexes();
        this.newer = newer;
    }

    /**
     * Seals a text under the primary key.
     *
     * @param place {@code table.column}; it also says under which part's keys
     * @param row the row's id
     */
    public byte[] seal(String place, UUID row, String plain) {
        return seal(place, row, plain.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] seal(String place, UUID row, byte[] plain) {
        try {
            return at(place).encrypt(plain, bound(place, row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + place, e);
        }
    }

    /** The text sealed for this place and row, under whichever key of the keyset sealed it. */
    public String open(String place, UUID row, byte[] sealed) {
        return new String(openBytes(place, row, sealed), StandardCharsets.UTF_8);
    }

    public byte[] openBytes(String place, UUID row, byte[] sealed) {
        try {
            return at(place).decrypt(sealed, bound(place, row));
        } catch (GeneralSecurityException e) {
            Keys keys = newer.get().orElseThrow(() -> new Unsealable(place, row, e));
            sealing = keys.sealing();
            return openBytes(place, row, sealed);
        }
    }

    /**
     * The blind index of a normalised value: equal values of one kind have equal indexes, and without the key nobody
     * can try values against them.
     *
     * @param kind the registry, such as {@code id-number}; the same value has another index in another kind
     */
    public byte[] index(String kind, String plain) {
        return index(kind, plain.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] index(String kind, byte[] plain) {
        byte[] name = (kind + '|').getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[name.length + plain.length];
        System.arraycopy(name, 0, message, 0, name.length);
        System.arraycopy(plain, 0, message, name.length, plain.length);
        try {
            return indexes.computeMac(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot index " + kind, e);
        }
    }

    private Aead at(String place) {
        return Objects.requireNonNull(sealing.get(Part.of(place)));
    }

    private static byte[] bound(String place, UUID row) {
        return (place + '|' + row).getBytes(StandardCharsets.UTF_8);
    }
}
