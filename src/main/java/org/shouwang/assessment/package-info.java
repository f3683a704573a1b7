/** Assessments, the grades they propose and the reasons a person can read. */
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
            "person",
            "casefile"
        })
@NullMarked
package org.shouwang.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
