package org.shouwang.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.casefile.ClosingTest.Unmet;
import org.shouwang.web.FieldProblem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * All that is known to speak against closing a case. The tests themselves are the county's default, no law: whoever
 * closes answers them, and the system only objects where the file says otherwise.
 */
@Component
class ClosingTests {

    private final ObjectProvider<ClosingTest> tests;
    private final MessageSource messages;

    ClosingTests(ObjectProvider<ClosingTest> tests, MessageSource messages) {
        this.tests = tests;
        this.messages = messages;
    }

    List<String> sentences(CaseView of, Locale locale) {
        return unmet(of)
                .filter(each -> each.test() != null)
                .map(each -> messages.getMessage(
                        "problem." + each.code(), each.arguments().toArray(), locale))
                .distinct()
                .toList();
    }

    /** Fields of {@code F22-closing} whose test is not met. */
    Set<String> failed(CaseView of) {
        return unmet(of).flatMap(each -> Stream.ofNullable(each.test())).collect(Collectors.toSet());
    }

    /** Why this case is not closed for this reason now, at the field that gives the reason. */
    List<FieldProblem> bars(CaseView of, String reason, String field) {
        return unmet(of)
                .filter(each -> each.bars().contains(reason))
                .map(each -> new FieldProblem(field, each.code(), each.arguments()))
                .toList();
    }

    /** What is wrong with a "yes" at these fields. */
    List<FieldProblem> contradicted(CaseView of, Set<String> met) {
        return unmet(of)
                .flatMap(each -> Stream.ofNullable(each.test())
                        .filter(met::contains)
                        .map(test -> new FieldProblem(test, each.code(), each.arguments())))
                .toList();
    }

    private Stream<Unmet> unmet(CaseView of) {
        return tests.orderedStream().flatMap(test -> test.unmet(of).stream());
    }
}
