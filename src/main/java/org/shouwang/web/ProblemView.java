package org.shouwang.web;

/**
 * A problem as the page says it.
 *
 * @param id the element to go to; empty when the problem is not at one field
 */
public record ProblemView(String id, String message) {}
