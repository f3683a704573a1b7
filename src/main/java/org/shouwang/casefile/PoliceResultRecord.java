package org.shouwang.casefile;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code P02-police-record}: what the police did, from themselves or asked by telephone. */
@Component
class PoliceResultRecord implements RecordHandler {

    private final PoliceContacts contacts;

    PoliceResultRecord(PoliceContacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String form() {
        return "P02-police-record";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        contacts.add(
                "result",
                completion,
                completion.data().path("byPhone").asString("no").equals("yes"));
        return Map.of();
    }
}
