package org.shouwang.workflow;

import java.util.Map;

/**
 * Writes what a completed form means into the columns of one module, in the transaction that stores the record. A module
 * has at most one for a form; where several modules have facts in it, each takes over its own. A form without a handler is
 * a record all the same.
 */
public interface RecordHandler {

    /** The form this handler answers for. */
    String form();

    /**
     * Takes over the facts.
     *
     * @return variables for the process: ids, codes, booleans, dates and numbers
     * @throws org.shouwang.web.Refusal when the answers contradict what is known; nothing is stored then
     */
    Map<String, Object> handle(Completion completion);
}
