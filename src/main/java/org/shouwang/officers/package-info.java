/** Officers, their posts and agencies as the county keeps them, and the accounts at Keycloak that follow. */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "secrecy",
            "journal",
            "access",
            "workflow",
            "workflow :: catalogue",
            "workflow :: clock"
        })
@NullMarked
package org.shouwang.officers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
