package org.shouwang.workflow.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values a field may take, in the order they are shown.
 *
 * @param code name of the list, equal to its file's name
 * @param basis the law or standard it is taken from; null when it is our own
 */
public record CodeList(
        String code, String zh, String en, @Nullable String basis, List<Item> items) {

    public CodeList {
        items = List.copyOf(items);
    }

    public Optional<Item> item(String key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst();
    }

    public boolean has(String key) {
        return item(key).isPresent();
    }

    public List<String> keys() {
        return items.stream().map(Item::key).toList();
    }

    /** The name of a value; a value that a later version of the list dropped is shown as its key. */
    public String name(String key, Locale locale) {
        return item(key).map(item -> item.name(locale)).orElse(key);
    }
}
