package org.shouwang.attachment;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.secrecy.Secrecy;
import org.springframework.stereotype.Component;

/**
 * Links to files as pages show them: each for one officer and a quarter of an hour. A link that was copied, bookmarked
 * or left in a browser's history opens nothing; whether the officer may read the file is judged besides.
 */
@Component("fileLinks")
public class FileLinks {

    /** How long a link opens its file after the page was shown. */
    public static final Duration LASTS = Duration.ofMinutes(15);

    private static final int BYTES = 16;

    private final Secrecy secrecy;
    private final Actors actors;
    private final Clock clock;

    FileLinks(Secrecy secrecy, Actors actors, Clock clock) {
        this.secrecy = secrecy;
        this.actors = actors;
        this.clock = clock;
    }

    /** A path of this product for the current officer. */
    public String to(String file) {
        long until = clock.instant().plus(LASTS).getEpochSecond();
        return "/attachments/" + file + "?until=" + until + "&key="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(key(file, until));
    }

    /** Whether the current officer was given this link and it is still open. */
    public boolean valid(UUID file, long until, @Nullable String key) {
        byte[] right = Base64.getUrlEncoder().withoutPadding().encode(key(file.toString(), until));
        return key != null
                && MessageDigest.isEqual(right, key.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                && clock.instant().isBefore(Instant.ofEpochSecond(until));
    }

    private byte[] key(String file, long until) {
        UUID officer = actors.current().officer().id();
        return Arrays.copyOf(secrecy.index("attachment.link", file + "|" + officer + "|" + until), BYTES);
    }
}
