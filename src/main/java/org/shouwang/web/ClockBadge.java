package org.shouwang.web;

/**
 * A deadline as a chip: how long, and who says so.
 *
 * @param text {@code 还剩 2 天}, {@code 逾期 5 小时}, {@code 已过法定期限，待核实}
 * @param kind {@code law}, {@code local} or {@code default}: never mixed up
 * @param late ours, and past
 * @param soon within the warning time
 * @param ask an external organ's, and past: never called late
 * @param exact {@code 2026-03-13 周五 24:00}, on hover and in print
 */
public record ClockBadge(String text, String kind, boolean late, boolean soon, boolean ask, String exact) {}
