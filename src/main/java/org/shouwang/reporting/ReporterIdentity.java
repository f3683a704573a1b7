package org.shouwang.reporting;

import org.jspecify.annotations.Nullable;

/**
 * Who reported, for the one time it is shown.
 *
 * @param name of the officer or citizen who sent the report
 * @param phone where to reach the reporter, where one was left
 * @param note when and how
 */
public record ReporterIdentity(
        String name, @Nullable String phone, @Nullable String note) {

    @Override
    public String toString() {
        return "ReporterIdentity[sealed]";
    }
}
