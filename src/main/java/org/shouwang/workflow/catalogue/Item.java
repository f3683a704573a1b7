package org.shouwang.workflow.catalogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One value of a code list.
 *
 * @param key what is stored
 * @param help a sentence under the choice, null when the name says it all
 */
public record Item(
        String key, String zh, String en, @Nullable String help) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
