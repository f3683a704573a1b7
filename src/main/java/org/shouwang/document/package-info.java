/** Papers (文书) made from a completed form by the county's own Word templates. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "journal",
            "access",
            "workflow",
            "workflow :: catalogue",
            "workflow :: form",
            "casefile"
        })
@NullMarked
package org.shouwang.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
