package org.shouwang.workflow.form;

import org.jspecify.annotations.Nullable;

/**
 * Where an answer comes from that nobody has to type again.
 *
 * @param source as people say it: 报告登记, 县人民医院
 * @param date {@code 2026-03-10}, if it matters
 */
public record Fact(String source, @Nullable String date) {}
