package org.shouwang.officers;

/**
 * Keycloak did not do what it was asked for.
 *
 * @see #reason() a code; Keycloak's own words may quote names
 */
final class KeycloakFailure extends RuntimeException {

    private final String reason;
    private final boolean lasting;

    private KeycloakFailure(String reason, boolean lasting) {
        super(reason);
        this.reason = reason;
        this.lasting = lasting;
    }

    /** It cannot be asked now: away, or we are not let in. Nothing is wrong with what it was asked for. */
    static KeycloakFailure away(String reason) {
        return new KeycloakFailure(reason, false);
    }

    /** It was asked and said no: trying again will not help for long. */
    static KeycloakFailure refused(String reason) {
        return new KeycloakFailure(reason, true);
    }

    String reason() {
        return reason;
    }

    boolean lasting() {
        return lasting;
    }
}
