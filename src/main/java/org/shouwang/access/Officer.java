package org.shouwang.access;

import java.util.UUID;

/**
 * A person who works with the system.
 *
 * @param username the login's name at Keycloak
 * @param name as shown to colleagues
 */
public record Officer(UUID id, String username, String name) {}
