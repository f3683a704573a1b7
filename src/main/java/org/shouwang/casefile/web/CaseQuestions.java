package org.shouwang.casefile.web;

import java.util.Set;
import java.util.regex.Pattern;
import org.shouwang.casefile.CaseQuery;
import org.shouwang.web.Refusal;

/** Questions for cases as they come in an address. */
final class CaseQuestions {

    private static final int LONGEST = 60;
    private static final Set<String> STATES = Set.of("open", "closed", "all");
    /** Addresses are written down on their way; an ID number must not be. */
    private static final Pattern LIKE_ID_NUMBER = Pattern.compile(".*[0-9０-９]{15,}.*");

    private CaseQuestions() {}

    static CaseQuery of(String q, String state, String grade, String stage, String township) {
        if (LIKE_ID_NUMBER.matcher(q).matches()) {
            throw Refusal.malformed("id-number-in-address");
        }
        if (q.length() > LONGEST || !STATES.contains(state)) {
            throw Refusal.malformed("case-question");
        }
        return new CaseQuery(q, state, grade, stage, township);
    }
}
