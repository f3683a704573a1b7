package org.shouwang.document;

import java.util.List;
import java.util.Locale;
import org.shouwang.casefile.RecordPapers;
import org.springframework.stereotype.Component;

/** Tells the page of a completed form what can be made from it. */
@Component
class Papers implements RecordPapers {

    private final DocumentRoom room;

    Papers(DocumentRoom room) {
        this.room = room;
    }

    @Override
    public List<Paper> of(String form, Locale locale) {
        return room.of(form).stream()
                .map(document -> new Paper(document.key(), document.title(locale)))
                .toList();
    }
}
