/** Hotlines (热线): orders that a platform hands on, by hand, file or interface; the report each becomes, and the answer. */
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
            "reporting"
        })
@NullMarked
package org.shouwang.hotline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
