package org.shouwang.officers;

import java.util.Locale;

/** How far an officer's account at Keycloak follows what stands here. */
public enum LoginState {
    /** As it stands here. */
    SYNCED,
    /** On its way; posts count already. */
    WAITING,
    /** Keycloak refuses it: somebody has to look. */
    FAILED,
    /** A program's, kept at Keycloak by hand. */
    PROGRAM;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
