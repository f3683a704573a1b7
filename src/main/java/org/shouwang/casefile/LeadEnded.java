package org.shouwang.casefile;

import org.shouwang.access.Subject;

/**
 * A lead became no case; heard in the transaction that ended it.
 *
 * @param subject the report, as the judge of access knows it
 * @param number 线索编号
 * @param outcome {@code untrue}, {@code referred}, {@code answered} or {@code out-of-scope}
 */
public record LeadEnded(Subject subject, String number, String outcome) {}
