/** One person, one file; households; search before create. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "secrecy",
            "journal",
            "access",
            "rowsecurity",
            "attachment",
            "workflow",
            "workflow :: catalogue"
        })
@NullMarked
package org.shouwang.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
