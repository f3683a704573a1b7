package org.shouwang.casefile;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code P03-police-confirm}: the police confirm what was written down for them. */
@Component
class PoliceConfirmedRecord implements RecordHandler {

    private final PoliceContacts contacts;

    PoliceConfirmedRecord(PoliceContacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String form() {
        return "P03-police-confirm";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        contacts.add("confirmed", completion, false);
        return Map.of();
    }
}
