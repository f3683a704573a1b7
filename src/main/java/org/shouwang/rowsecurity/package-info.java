/** The database's own lock: for whom a transaction runs, and what has been opened to it beyond that officer's reach. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.shouwang.rowsecurity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
