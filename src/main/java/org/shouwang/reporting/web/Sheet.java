package org.shouwang.reporting.web;

import java.util.List;
import java.util.UUID;
import org.shouwang.web.FieldProblem;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report somebody is writing.
 *
 * @param answers so far
 * @param key idempotency key: the same through errors and repetitions, so that one report comes of them
 * @param draft what files sent meanwhile belong to
 * @param question what was looked for by the search that works without script; empty for none
 */
record Sheet(ObjectNode answers, List<FieldProblem> problems, String key, UUID draft, String question) {

    static Sheet blank(ObjectNode known) {
        return new Sheet(known, List.of(), newKey(), UUID.randomUUID(), "");
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    Sheet with(List<FieldProblem> now) {
        return new Sheet(answers, now, key, draft, question);
    }

    Sheet withNewKey() {
        return new Sheet(answers, problems, newKey(), draft, question);
    }
}
