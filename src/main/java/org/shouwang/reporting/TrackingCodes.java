package org.shouwang.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.secrecy.Secrecy;
import org.springframework.stereotype.Component;

/**
 * Tracking codes: 80 bits, derived from the report's id with a key that is not in the database, so that the code need
 * not be stored to be shown again to a retry, and cannot be computed from a dump.
 */
@Component
class TrackingCodes {

    /** Crockford's base 32: nothing to mistake when it is read out over the telephone. */
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private static final int BYTES = 10;

    private final Secrecy secrecy;

    TrackingCodes(Secrecy secrecy) {
        this.secrecy = secrecy;
    }

    String of(UUID report) {
        byte[] bytes = Arrays.copyOf(secrecy.index("report.tracking-code", report.toString()), BYTES);
        StringBuilder code = new StringBuilder();
        long bits = 0;
        int count = 0;
        for (byte next : bytes) {
            bits = bits << 8 | next & 0xff;
            count += 8;
            while (count >= 5) {
                count -= 5;
                code.append(ALPHABET[(int) (bits >> count & 31)]);
            }
        }
        return code.insert(12, '-').insert(8, '-').insert(4, '-').toString();
    }

    /** What the table keeps of a code, however a person wrote it. */
    byte[] index(String code) {
        String normal = code.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return secrecy.index("report.tracking", normal);
    }
}
