/** Where a child in care is, and was: emergency removal, handover, back home, and the ledger of all of them. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "secrecy",
            "journal",
            "access",
            "rowsecurity",
            "attachment",
            "notification",
            "workflow",
            "workflow :: catalogue",
            "workflow :: clock",
            "workflow :: inbox",
            "person",
            "casefile"
        })
@NullMarked
package org.shouwang.placement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
