package org.shouwang.hotline;

/**
 * One line for one place, as {@code hotlines.yaml} says.
 *
 * @param key {@code HOTLINE} code
 * @param number as one dials it
 * @param division the place it stands for; its orders are about somewhere within
 * @param receives the role that enters and answers its orders
 */
public record Hotline(String key, String number, String division, String receives) {}
