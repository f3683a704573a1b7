/** The engine room: processes, forms, clocks, decisions and the inbox, for any kind of case. */
@ApplicationModule(
        allowedDependencies = {"web", "secrecy", "journal", "access", "rowsecurity", "attachment", "notification"})
@NullMarked
package org.shouwang.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
