/** Support plans: which need, who helps, by when. */
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
            "workflow :: decision",
            "workflow :: inbox",
            "person",
            "casefile"
        })
@NullMarked
package org.shouwang.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
