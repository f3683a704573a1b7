package org.shouwang.secrecy;

import java.util.UUID;

/** Sealed bytes that do not open at this place: moved, altered, or sealed under a key that is gone. */
public final class Unsealable extends RuntimeException {

    Unsealable(String place, UUID row, Throwable cause) {
        super(
                "what stands at " + place + " of row " + row + " was not sealed there with a key of this key file",
                cause);
    }
}
