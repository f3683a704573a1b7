package org.shouwang.supervision;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.attachment.Attachments;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.journal.Journal;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Filing;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Procuratorial and judicial suggestions (检察、司法建议): the document, the unit it is addressed to, and its written reply
 * within a month (未成年人保护法 第一百一十四条). Records and reminds; what comes of it the organs decide.
 */
@Service
@Transactional
public class Suggestions {

    /** The document. */
    public static final String FORM = "F26-suggestion";

    private static final String PROCESS = "suggestion";

    private final SuggestionStore store;
    private final Cases cases;
    private final Access access;
    private final Filing filing;
    private final Attachments attachments;
    private final Workflow workflow;
    private final Journal journal;

    Suggestions(
            SuggestionStore store,
            Cases cases,
            Access access,
            Filing filing,
            Attachments attachments,
            Workflow workflow,
            Journal journal) {
        this.store = store;
        this.cases = cases;
        this.access = access;
        this.filing = filing;
        this.attachments = attachments;
        this.workflow = workflow;
        this.journal = journal;
    }

    /** The case, for somebody who may record one; that it was looked at goes into the journal. */
    public CaseView read(UUID caseId, Actor by) {
        CaseView file = cases.read(caseId, "suggestions", by);
        access.require("suggestion.record", file.subject());
        return file;
    }

    /**
     * Refuses unless the current officer may record one on this case.
     *
     * @throws Refusal 404 when it is not within reach, 403 when that is not for this officer
     */
    @Transactional(readOnly = true)
    public CaseView require(UUID caseId) {
        CaseView file = cases.find(caseId).orElseThrow(Refusal::notFound);
        access.require("suggestion.record", file.subject());
        return file;
    }

    /** Those of a case, the latest first. */
    @Transactional(readOnly = true)
    public List<Suggestion> of(CaseView file) {
        return store.ofCase(file.id());
    }

    /**
     * Records one, and starts to wait for the reply.
     *
     * @throws Refusal 422 naming every wrong field
     */
    public UUID record(UUID caseId, int version, ObjectNode answers, Actor by) {
        CaseView file = require(caseId);
        filing.check(FORM, version, answers);
        attachments.keep(
                answers.path("files")
                        .valueStream()
                        .map(JsonNode::asString)
                        .map(UUID::fromString)
                        .distinct()
                        .toList(),
                FORM,
                file.subject());
        UUID id = Ids.next();
        UUID record = filing.store(FORM, file.subject(), answers, by);
        store.insert(id, file, record, answers, by.officer().id());
        journal.append(SupervisionEntry.of(
                "suggestion.recorded",
                caseId,
                by,
                id,
                Map.of("kind", answers.get("kind").asString(), "record", record.toString())));
        store.runs(
                id,
                workflow.start(
                        PROCESS,
                        file.workSubject(),
                        Map.of(
                                "unit", answers.get("unit").asString(),
                                "receivedOn", answers.get("receivedOn").asString(),
                                "grade", file.grade())));
        return id;
    }
}
