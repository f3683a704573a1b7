package org.shouwang.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody was refused, by the rule and never by what was asked for: nothing here depends on the subject, not even
 * on whether there is one.
 *
 * @param rule the act of the access matrix
 * @param act in words
 * @param allowed how far the rule lets whom, each a sentence
 * @param own what each of one's own posts has of it, each a sentence
 */
public record Why(String rule, String act, List<String> allowed, List<String> own) {

    /** Request attribute: the act that the door asked for. */
    public static final String ASKED = Why.class.getName();

    public Why {
        allowed = List.copyOf(allowed);
        own = List.copyOf(own);
    }

    /** Whoever knows the rules and who is logged in. */
    public interface Source {

        Optional<Why> of(@Nullable String rule, Locale locale);
    }
}
