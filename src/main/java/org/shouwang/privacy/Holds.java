package org.shouwang.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.casefile.PoliceContact;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.SubjectKin;
import org.shouwang.workflow.Workflow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What keeps a file from being erased, whatever its date says; each a sentence under {@code privacy.hold.<reason>}. */
@Component
class Holds {

    private static final String REQUEST = "data-request";

    /** Police results after which nothing more is to come from there. */
    private static final Set<String> OVER = Set.of("not-filed", "handled");

    private final Cases cases;
    private final DataRequestStore requests;
    private final Workflow workflow;
    private final ObjectProvider<SubjectKin> kin;

    Holds(Cases cases, DataRequestStore requests, Workflow workflow, ObjectProvider<SubjectKin> kin) {
        this.cases = cases;
        this.requests = requests;
        this.workflow = workflow;
        this.kin = kin;
    }

    /** Everything; the matter must be open to the transaction. */
    List<String> of(UUID subject) {
        List<String> holds = new ArrayList<>();
        if (cases.find(subject).map(CaseView::open).orElse(false)) {
            holds.add("open");
        }
        if (requests.anyOpen(subject)) {
            holds.add("request");
        }
        if (runs(subject)) {
            holds.add("process");
        }
        if (police(subject)) {
            holds.add("police");
        }
        return holds;
    }

    /** @throws Refusal 409 that names the first that counts */
    void refuse(UUID subject, Predicate<String> counts) {
        of(subject).stream().filter(counts).findFirst().ifPresent(hold -> {
            String reason = "retention-held-" + hold;
            throw Refusal.conflict(reason);
        });
    }

    /** As {@link #of}, while the request to erase is itself being worked on. */
    List<String> besidesRequest(UUID subject) {
        return of(subject).stream().filter(hold -> !hold.equals("request")).toList();
    }

    /** A process of the case, or of a lead that belongs to it. */
    private boolean runs(UUID subject) {
        Stream<UUID> leads = kin.stream().flatMap(each -> each.of(subject).stream());
        return Stream.concat(Stream.of(subject), leads)
                .flatMap(each -> workflow.running(each).stream())
                .anyMatch(process -> !process.equals(REQUEST));
    }

    /** They were told, and the last that was heard of them leaves something open. */
    private boolean police(UUID subject) {
        List<PoliceContact> contacts = cases.police(subject);
        return !contacts.isEmpty()
                && contacts.stream()
                        .filter(contact -> contact.resultCode() != null)
                        .findFirst()
                        .map(last -> !OVER.contains(last.resultCode()))
                        .orElse(true);
    }
}
