/** Treatment of a hurt child from the first call to rehabilitation: what the hospital did, told by itself or for it. */
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
package org.shouwang.rescue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
