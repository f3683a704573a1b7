/** What integration tests share: one database, one Keycloak, one application, one browser for the whole run. */
@NullMarked
package org.shouwang.testing;

import org.jspecify.annotations.NullMarked;
