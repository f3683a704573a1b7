package org.shouwang.casefile;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code P01-told-police}: the police have been told: a named officer or the number of a receipt proves it. */
@Component
class PoliceToldRecord implements RecordHandler {

    private final PoliceContacts contacts;

    PoliceToldRecord(PoliceContacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String form() {
        return "P01-told-police";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        contacts.add("told", completion, false);
        return Map.of();
    }
}
