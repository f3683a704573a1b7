/**
 * What a supervisor sees and asks: where cases stand, what is late, which unit holds it; questions about one case (督办) and
 * the suggestions of procurators and courts. The boards are a read model over the tables of the rooms below: they join what
 * those wrote, and write none of it.
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
            "workflow :: form",
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
