package org.shouwang.document;

import java.util.Locale;

/**
 * One kind of paper, as {@code documents/documents.yaml} names it.
 *
 * @param form the completed form it is made from
 * @param template path under processes/
 */
public record Document(String key, String zh, String en, String form, String template) {

    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
