/** What may be kept about people, on what ground, for whom and how long: consents, people's requests, retention. */
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
            "workflow :: form",
            "workflow :: inbox",
            "person",
            "casefile"
        })
@NullMarked
package org.shouwang.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
