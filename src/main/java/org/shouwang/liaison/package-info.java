/**
 * The county police liaison (公安联络员): one desk for what every police station of the county still has to say, so that no
 * station needs a login; by form, or by a weekly sheet whose rows land in the same records.
 */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "secrecy",
            "journal",
            "access",
            "rowsecurity",
            "spreadsheet",
            "workflow",
            "workflow :: catalogue",
            "workflow :: clock",
            "workflow :: form",
            "workflow :: inbox",
            "casefile"
        })
@NullMarked
package org.shouwang.liaison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
