/** Acts against guardians that courts and organs decide: what was asked for, what became of it. */
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
            "workflow :: inbox",
            "person",
            "casefile"
        })
@NullMarked
package org.shouwang.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
