/**
 * Referral and transfer (转介、移交, F25): what goes to another agency or county and no more, what they answer, what became
 * of it. Every share stands in the register of consents and grounds.
 */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "secrecy",
            "journal",
            "access",
            "rowsecurity",
            "notification",
            "workflow",
            "workflow :: catalogue",
            "workflow :: clock",
            "workflow :: form",
            "workflow :: inbox",
            "person",
            "casefile",
            "privacy"
        })
@NullMarked
package org.shouwang.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
