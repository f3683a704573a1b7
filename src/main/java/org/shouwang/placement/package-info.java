/** Where a child in care is now: emergency removal, handover, and back home. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "secrecy",
            "journal",
            "access",
            "attachment",
            "notification",
            "workflow",
            "workflow :: catalogue",
            "person",
            "casefile"
        })
@NullMarked
package org.shouwang.placement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
