package org.shouwang.privacy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Workflow;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests of a person concerned or a guardian to see and copy, correct or delete (未成年人网络保护条例 第三十四条): each is
 * answered in writing, a refusal with its ground.
 */
@Service
@Transactional
public class DataRequests {

    /** Longest words of a wish, in characters. */
    public static final int LONGEST = 1000;

    private static final int LONGEST_NAME = 60;
    private static final String PROCESS = "data-request";

    private final DataRequestStore store;
    private final Cases cases;
    private final Access access;
    private final Workflow workflow;
    private final Catalogues catalogues;
    private final Journal journal;
    private final Clock clock;

    DataRequests(
            DataRequestStore store,
            Cases cases,
            Access access,
            Workflow workflow,
            Catalogues catalogues,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.access = access;
        this.workflow = workflow;
        this.catalogues = catalogues;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those of one case, the latest first; none for whoever reads the case and not these. */
    @Transactional(readOnly = true)
    public List<DataRequest> of(CaseView file) {
        return access.may("request.read", file.subject()) ? store.ofCase(file.id()) : List.of();
    }

    /** One of a case's requests, for its written answer. That it was read goes into the journal. */
    public DataRequest read(CaseView file, UUID id, String part, Actor by) {
        access.require("request.read", file.subject());
        DataRequest request =
                store.find(id).filter(found -> found.caseId().equals(file.id())).orElseThrow(Refusal::notFound);
        journal.append(PrivacyEntry.of("request.read", file.id(), by, id, Map.of("read", part)));
        return request;
    }

    public UUID record(UUID caseId, NewRequest said, Actor by) {
        CaseView file = cases.find(caseId).orElseThrow(Refusal::notFound);
        access.require("request.record", file.subject());
        check(said, file);
        DataRequest request = request(said, file, by);
        store.insert(request, file);
        journal.append(PrivacyEntry.of("request.recorded", caseId, by, request.id(), Map.of("kind", request.kind())));
        store.handledIn(
                request.id(),
                workflow.start(PROCESS, file.workSubject(), Map.of("kind", request.kind(), "grade", file.grade())));
        return request.id();
    }

    private DataRequest request(NewRequest said, CaseView file, Actor by) {
        return new DataRequest(
                Ids.next(),
                file.id(),
                said.person(),
                Objects.requireNonNull(said.kind()),
                Objects.requireNonNull(said.askedBy()),
                Objects.requireNonNull(said.identityCheck()),
                Objects.requireNonNull(said.asker()).strip(),
                Objects.requireNonNull(said.wish()).strip(),
                by.officer().id(),
                clock.instant(),
                "open",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void check(NewRequest said, CaseView file) {
        List<FieldProblem> wrong = new ArrayList<>();
        choice(wrong, "kind", "REQUEST_KIND", said.kind());
        if (cases.people(file.id()).stream().noneMatch(each -> each.person().equals(said.person()))) {
            wrong.add(FieldProblem.at("person", "consent-person"));
        }
        choice(wrong, "askedBy", "REQUEST_BY", said.askedBy());
        words(wrong, "asker", said.asker(), LONGEST_NAME);
        choice(wrong, "identityCheck", "IDENTITY_CHECK", said.identityCheck());
        words(wrong, "wish", said.wish(), LONGEST);
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }

    private void choice(List<FieldProblem> wrong, String field, String list, @Nullable String code) {
        if (!catalogues.current().codes().get(list).keys().contains(Objects.requireNonNullElse(code, ""))) {
            wrong.add(FieldProblem.at(field, "choose-one"));
        }
    }

    private static void words(List<FieldProblem> wrong, String field, @Nullable String said, int longest) {
        if (said == null || said.isBlank()) {
            wrong.add(FieldProblem.at(field, "say-it"));
        } else if (said.codePointCount(0, said.length()) > longest) {
            wrong.add(FieldProblem.at(field, "say-shorter", longest));
        }
    }
}
