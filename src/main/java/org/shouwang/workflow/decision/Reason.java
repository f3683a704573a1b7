package org.shouwang.workflow.decision;

/**
 * Why a decision came out as it did.
 *
 * @param rule id of the matched rule in the DMN file
 * @param sentence the rule's description as it was on that day
 */
public record Reason(String rule, String sentence) {}
