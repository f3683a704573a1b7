package org.shouwang.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Agencies;
import org.shouwang.access.Division;
import org.shouwang.access.Post;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.journal.Journal;
import org.shouwang.notification.Notices;
import org.shouwang.privacy.Consents;
import org.shouwang.privacy.NewConsent;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code F25-referral}: sends what was ticked and nothing else, and records on what ground. */
@Component
class ReferralRecord implements RecordHandler {

    private static final String NOBODY = "none";

    private final ReferralStore store;
    private final SentData data;
    private final Receivers receivers;
    private final AnswerTerms terms;
    private final Consents consents;
    private final Cases cases;
    private final Agencies agencies;
    private final Counties counties;
    private final Notices notices;
    private final Journal journal;
    private final Clock clock;

    ReferralRecord(
            ReferralStore store,
            SentData data,
            Receivers receivers,
            AnswerTerms terms,
            Consents consents,
            Cases cases,
            Agencies agencies,
            Counties counties,
            Notices notices,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.data = data;
        this.receivers = receivers;
        this.terms = terms;
        this.consents = consents;
        this.cases = cases;
        this.agencies = agencies;
        this.counties = counties;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "F25-referral";
    }

    /** Where it goes: a unit of the county, with who has it there if anybody logs in, or another county. */
    private record To(
            @Nullable UUID agency,
            Optional<Receivers.Receiver> receiver,
            @Nullable Division county,
            String kind) {}

    @Override
    public Map<String, Object> handle(Completion completion) {
        CaseView file = cases.find(completion.subject()).orElseThrow();
        JsonNode said = completion.data();
        List<FieldProblem> wrong = new ArrayList<>();
        To to = to(said, file, completion.by(), wrong);
        days(said, wrong);
        String sent = data.freeze(file.mainPerson(), said, completion.by(), wrong);
        if (file.mainPerson() == null) {
            wrong.add(FieldProblem.at("fields", "referral-nobody"));
        }
        Optional<UUID> consent = consent(said, to, file, wrong);
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        UUID share = consent.orElseGet(() -> duty(said, to, file, completion.by()));
        Referral made = referral(completion, to, share, file);
        store.insert(made, completion.instance(), text(said, "way"), sent);
        journal.append(ReferralEntry.of(
                "referral.sent",
                file.id(),
                completion.by(),
                made.id(),
                Map.of(
                        "kind", made.kind(),
                        "purpose", made.purpose(),
                        "ground", made.ground(),
                        "record", completion.record().toString())));
        to.receiver()
                .ifPresent(receiver ->
                        notices.tell(receiver.officer(), "referral-sent", file.id(), "/referrals/" + made.id()));
        return Map.of(
                "recipient",
                to.receiver().map(receiver -> receiver.officer().toString()).orElse(NOBODY),
                "sender",
                completion.by().officer().id().toString(),
                "answerIn",
                within(to, completion.by()));
    }

    private To to(JsonNode said, CaseView file, Actor by, List<FieldProblem> wrong) {
        String kind = said.path("referralKind").asString();
        if (!kind.equals("agency")) {
            Division county = counties.other(said.path("toCounty").asString(""), "toCounty", file, wrong);
            return new To(null, Optional.empty(), county, kind);
        }
        UUID agency = UUID.fromString(said.path("toAgency").asString());
        boolean own = by.posts().stream().anyMatch(post -> post.agency().equals(agency));
        if (own || !agencies.serving(file.division()).containsKey(agency)) {
            wrong.add(FieldProblem.at("toAgency", own ? "referral-own-unit" : "consent-recipients"));
            return new To(agency, Optional.empty(), null, kind);
        }
        return new To(agency, receivers.of(agency, file, by), null, kind);
    }

    private void days(JsonNode said, List<FieldProblem> wrong) {
        for (String field : List.of("answerBy", "until")) {
            LocalDate day = day(said, field);
            if (day != null && day.isBefore(LocalDate.now(clock))) {
                wrong.add(FieldProblem.at(field, "referral-day-past"));
            }
        }
    }

    /** The consent it rests on; empty where a duty is the ground. */
    private Optional<UUID> consent(JsonNode said, To to, CaseView file, List<FieldProblem> wrong) {
        if (!said.path("ground").asString().equals("consent")) {
            return Optional.empty();
        }
        UUID agency = to.agency();
        if (agency == null) {
            wrong.add(FieldProblem.at("ground", "consent-outside-duty"));
            return Optional.empty();
        }
        Optional<UUID> covering = Optional.ofNullable(file.mainPerson())
                .flatMap(person -> consents.covering(
                        file, person, agency, said.path("purpose").asString(), fields(said)));
        if (covering.isEmpty()) {
            wrong.add(FieldProblem.at("ground", "referral-no-consent"));
        }
        return covering;
    }

    private UUID duty(JsonNode said, To to, CaseView file, Actor by) {
        NewConsent share = new NewConsent(
                file.mainPerson(),
                said.path("purpose").asString(),
                "duty",
                null,
                said.path("without").asString(),
                to.agency() == null ? null : List.of(to.agency()),
                fields(said),
                LocalDate.now(clock),
                day(said, "until"),
                null);
        String outside = to.county() == null
                ? null
                : to.county().name() + said.path("toUnit").asString();
        return consents.share(file.id(), share, outside, by);
    }

    private Referral referral(Completion completion, To to, UUID share, CaseView file) {
        JsonNode said = completion.data();
        return new Referral(
                Ids.next(),
                file.id(),
                completion.record(),
                to.kind(),
                to.agency(),
                to.receiver().map(Receivers.Receiver::officer).orElse(null),
                to.receiver().map(Receivers.Receiver::instead).orElse(false),
                to.county() == null ? null : to.county().code(),
                text(said, "toUnit"),
                text(said, "tie"),
                said.path("purpose").asString(),
                said.path("ground").asString(),
                share,
                fields(said),
                day(said, "until"),
                completion.by().officer().id(),
                completion.at(),
                day(said, "answerBy"),
                "sent",
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                file.division(),
                file.sealedClass());
    }

    private String within(To to, Actor by) {
        String from = by.mainPost().map(Post::agency).flatMap(agencies::type).orElse(null);
        String kind = to.agency() == null
                ? AnswerTerms.OUTSIDE
                : agencies.type(to.agency()).orElse(null);
        return terms.between(from, kind).toString();
    }

    private static List<String> fields(JsonNode said) {
        return said.path("fields").valueStream().map(JsonNode::asString).toList();
    }

    private static @Nullable String text(JsonNode said, String field) {
        return said.hasNonNull(field) ? said.path(field).asString() : null;
    }

    private static @Nullable LocalDate day(JsonNode said, String field) {
        return said.hasNonNull(field) ? LocalDate.parse(said.path(field).asString()) : null;
    }
}
