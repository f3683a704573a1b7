package org.shouwang.workflow.catalogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One value of a code list.
 *
 * @param key what is stored
 * @param help a sentence under the choice, null when the name says it all
 * @param sensitive {@code SENSITIVE} class of a case in which this was said, null where it makes none
 */
public record Item(
        String key,
        String zh,
        String en,
        @Nullable String help,
        @Nullable String sensitive) {

    public Item(String key, String zh, String en, @Nullable String help) {
        this(key, zh, en, help, null);
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
