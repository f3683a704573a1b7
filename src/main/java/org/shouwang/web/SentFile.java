package org.shouwang.web;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.web.multipart.MultipartFile;

/** Tells one uploaded file from another, for {@link Idempotency}. */
public final class SentFile {

    private SentFile() {}

    /** What was sent, without saying it: a digest over where it belongs, its name and its bytes. */
    public static String fingerprint(UUID subject, MultipartFile file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return subject + " " + file.getOriginalFilename() + " "
                    + HexFormat.of().formatHex(digest.digest(file.getBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
