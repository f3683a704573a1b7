/** Visit plans by grade, visit records and missed visits. */
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
package org.shouwang.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
