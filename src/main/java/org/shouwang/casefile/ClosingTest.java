package org.shouwang.casefile;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What another module knows that speaks against closing a case (flow 3a, a15). */
public interface ClosingTest {

    /** {@code CLOSE_REASON}: the risk is gone, and nothing else is said to be the reason. */
    String SAFE = "safe";

    /** What is not met yet; empty when nothing is known. */
    List<Unmet> unmet(CaseView of);

    /**
     * One thing not met yet.
     *
     * @param test field of {@code F22-closing} that asks for it; no "yes" is taken there. Null when it only bars
     * @param bars {@code CLOSE_REASON} codes for which a case is not closed while this holds; for every other reason a
     *     word on why is enough
     * @param code the sentence is the message {@code problem.<code>}
     * @param arguments what the sentence names, such as a number of days; nothing anybody wrote
     */
    record Unmet(@Nullable String test, Set<String> bars, String code, List<Object> arguments) {

        public Unmet {
            bars = Set.copyOf(bars);
            arguments = List.copyOf(arguments);
        }

        /** Needs a word on why the case is closed all the same. */
        public static Unmet of(String test, String code, Object... arguments) {
            return new Unmet(test, Set.of(), code, List.of(arguments));
        }

        /** As long as this holds, the risk is not gone. */
        public static Unmet unsafe(String test, String code, Object... arguments) {
            return new Unmet(test, Set.of(SAFE), code, List.of(arguments));
        }

        /** Speaks against nothing but closing for this one reason. */
        public static Unmet barring(String reason, String code) {
            return new Unmet(null, Set.of(reason), code, List.of());
        }
    }
}
