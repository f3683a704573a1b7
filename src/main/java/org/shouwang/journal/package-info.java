/** The append-only journal of every event, sealed into a hash chain behind the transactions that wrote it. */
@ApplicationModule(allowedDependencies = {"web", "rowsecurity"})
@NullMarked
package org.shouwang.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
