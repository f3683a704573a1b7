package org.shouwang.workflow;

/**
 * A process that people may begin beside a subject's main one, from its page.
 *
 * @param key of its file under {@code processes/bpmn}
 * @param name as drawn
 * @param words what it is for, as the drawing says
 * @param form of its first task
 * @param several whether it may be begun again while one of its kind runs
 */
public record Startable(String key, String name, String words, String form, boolean several) {}
