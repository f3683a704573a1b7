/**
 * Active finding (主动发现): hints from other registers, planned checks, and flags on households that end. Suspicion is
 * enough to report (未成年人保护法 第十一条): nothing here precedes or blocks a report.
 */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "secrecy",
            "journal",
            "access",
            "rowsecurity",
            "notification",
            "spreadsheet",
            "workflow",
            "workflow :: catalogue",
            "workflow :: clock",
            "workflow :: inbox",
            "person",
            "reporting"
        })
@NullMarked
package org.shouwang.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
