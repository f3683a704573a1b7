/** Intake: reports, receipts, triage, and the reporter's secrecy from the first second. */
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
            "workflow :: decision",
            "workflow :: form",
            "person",
            "casefile",
            "officers"
        })
@NullMarked
package org.shouwang.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
