package org.shouwang.secrecy;

import com.google.crypto.tink.Mac;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC-SM3, uncut. */
final class SmMac implements Mac {

    private final byte[] key;

    SmMac(byte[] key) {
        this.key = key.clone();
    }

    @Override
    public byte[] computeMac(byte[] data) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(data, 0, data.length);
        byte[] tag = new byte[mac.getMacSize()];
        mac.doFinal(tag, 0);
        return tag;
    }

    @Override
    public void verifyMac(byte[] mac, byte[] data) throws GeneralSecurityException {
        if (!MessageDigest.isEqual(mac, computeMac(data))) {
            throw new GeneralSecurityException("another index");
        }
    }
}
