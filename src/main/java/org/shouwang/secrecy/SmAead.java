package org.shouwang.secrecy;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM, laid out as Tink lays out its own: a version byte, the key's number, a random nonce, text and tag. */
final class SmAead implements Aead {

    static final byte VERSION = 2;

    private static final int HEAD = 1 + Integer.BYTES;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SmKeys keys;

    SmAead(SmKeys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(true, keys.key(keys.primary()), nonce, plain, 0, associated);
        return ByteBuffer.allocate(HEAD + NONCE + sealed.length)
                .put(VERSION)
                .putInt(keys.primary())
                .put(nonce)
                .put(sealed)
                .array();
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
        if (sealed.length < HEAD + NONCE + TAG_BITS / Byte.SIZE) {
            throw new GeneralSecurityException("too short");
        }
        ByteBuffer head = ByteBuffer.wrap(sealed);
        byte version = head.get();
        byte[] key = keys.key(head.getInt());
        if (version != VERSION) {
            throw new GeneralSecurityException("not SM4-GCM");
        }
        byte[] nonce = new byte[NONCE];
        head.get(nonce);
        return run(false, key, nonce, sealed, HEAD + NONCE, associated);
    }

    private static byte[] run(boolean seal, byte[] key, byte[] nonce, byte[] text, int from, byte[] associated)
            throws GeneralSecurityException {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(seal, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associated));
        byte[] out = new byte[cipher.getOutputSize(text.length - from)];
        try {
            int length = cipher.processBytes(text, from, text.length - from, out, 0);
            cipher.doFinal(out, length);
            return out;
        } catch (InvalidCipherTextException e) {
            throw new GeneralSecurityException("does not open", e);
        }
    }
}
