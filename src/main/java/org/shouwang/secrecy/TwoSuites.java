package org.shouwang.secrecy;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** Seals with one suite and opens what either has sealed; the first byte says which. */
final class TwoSuites implements Aead {

    private final Suite seals;
    private final @Nullable Aead aes;
    private final @Nullable Aead sm;

    TwoSuites(Suite seals, @Nullable Aead aes, @Nullable Aead sm) {
        this.seals = seals;
        this.aes = aes;
        this.sm = sm;
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
        return known(seals == Suite.AES ? aes : sm).encrypt(plain, associated);
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
        boolean national = sealed.length > 0 && sealed[0] == SmAead.VERSION;
        return known(national ? sm : aes).decrypt(sealed, associated);
    }

    private static Aead known(@Nullable Aead suite) throws GeneralSecurityException {
        if (suite == null) {
            throw new GeneralSecurityException("no key of this suite");
        }
        return suite;
    }
}
