package org.shouwang.workflow.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One idea of a form: a heading and the fields under it. */
public record Section(String key, Text title, @Nullable Text help, List<String> fields) {

    public Section {
        fields = List.copyOf(fields);
    }
}
