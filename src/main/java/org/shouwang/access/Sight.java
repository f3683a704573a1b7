package org.shouwang.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one officer reads of the records of one subject, form by form and field by field; judged once for all of them. */
public final class Sight {

    private final UUID reader;
    private final List<Rule> rules;

    /** @param rules that reach the subject; those for one's own count for records the reader made */
    Sight(UUID reader, List<Rule> rules) {
        this.reader = reader;
        this.rules = List.copyOf(rules);
    }

    /** @param maker the officer who made the record, null where that is kept apart */
    public boolean reads(String form, @Nullable UUID maker) {
        return rules.stream().anyMatch(rule -> counts(rule, form, maker));
    }

    /**
     * @param field its name, {@code group.name} within a group
     * @param dataClass null where it has none
     */
    public boolean sees(String form, @Nullable UUID maker, String field, @Nullable String dataClass) {
        return rules.stream().anyMatch(rule -> counts(rule, form, maker) && rule.sees(field, dataClass));
    }

    private boolean counts(Rule rule, String form, @Nullable UUID maker) {
        return rule.form().has(form) && (rule.reach() != Rule.Reach.OWN || reader.equals(maker));
    }
}
