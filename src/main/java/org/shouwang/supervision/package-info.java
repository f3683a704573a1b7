/**
 * What a supervisor sees: where cases stand, what is late, which unit holds it. A read model over the tables of the rooms
 * below: it joins what they wrote, and writes none of it.
 */
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
            "casefile",
            "reporting",
            "assessment",
            "support",
            "followup",
            "placement"
        })
@NullMarked
package org.shouwang.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
