/** Starts an embedded PostgreSQL and a Keycloak of its own for a first run; nothing imports it. */
@ApplicationModule(allowedDependencies = {"web", "access", "workflow", "officers"})
@NullMarked
package org.shouwang.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
