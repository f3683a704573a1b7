package org.shouwang.casefile.web;

import java.util.Set;
import org.shouwang.casefile.CaseQuery;
import org.shouwang.web.Refusal;

/** Questions for cases as they come in. */
final class CaseQuestions {

    private static final int LONGEST = 60;
    private static final Set<String> STATES = Set.of("open", "closed", "all");

    private CaseQuestions() {}

    static CaseQuery of(String q, String state, String grade, String stage, String township) {
        if (q.length() > LONGEST || !STATES.contains(state)) {
            throw Refusal.malformed("case-question");
        }
        return new CaseQuery(q, state, grade, stage, township);
    }
}
