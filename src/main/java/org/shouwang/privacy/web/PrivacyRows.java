package org.shouwang.privacy.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Agencies;
import org.shouwang.attachment.FileLinks;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.privacy.Consent;
import org.shouwang.privacy.DataRequest;
import org.springframework.stereotype.Component;

/** Consents and requests as the page shows them: names, codes in words, days. */
@Component
class PrivacyRows {

    private final Persons persons;
    private final Agencies agencies;
    private final FileLinks links;
    private final PrivacyWords words;

    PrivacyRows(Persons persons, Agencies agencies, FileLinks links, PrivacyWords words) {
        this.persons = persons;
        this.agencies = agencies;
        this.links = links;
        this.words = words;
    }

    /**
     * @param how who consented, or why nobody had to
     * @param state {@code running}, {@code ended} or {@code withdrawn}
     * @param evidence a link to the signed consent that opens for a quarter of an hour
     * @param withdrawable whether there is a consent that still holds
     */
    record ConsentRow(
            UUID id,
            String person,
            String purpose,
            String ground,
            String how,
            String fields,
            String from,
            String until,
            String state,
            String recorded,
            @Nullable String withdrawn,
            @Nullable String evidence,
            boolean withdrawable,
            List<UnitRow> units) {}

    /** @param outcome what it did after a withdrawal, empty while nobody has asked it to */
    record UnitRow(String name, String outcome) {}

    /** @param copy whether there is a copy to print */
    record RequestRow(
            UUID id, String kind, String who, String about, String at, String state, String ground, boolean copy) {}

    List<ConsentRow> consents(List<Consent> consents, Locale locale) {
        Map<UUID, String> people = names(consents.stream().map(Consent::person).toList());
        Map<UUID, String> units = agencies.names(consents.stream()
                .flatMap(each -> each.recipients().stream().map(Consent.Recipient::agency))
                .collect(Collectors.toSet()));
        Map<UUID, String> officers =
                agencies.officers(consents.stream().map(Consent::recordedBy).collect(Collectors.toSet()));
        return consents.stream()
                .map(each -> row(each, people, units, officers, locale))
                .toList();
    }

    private ConsentRow row(
            Consent each,
            Map<UUID, String> people,
            Map<UUID, String> units,
            Map<UUID, String> officers,
            Locale locale) {
        String how = each.giver() != null
                ? words.say("privacy.consent.giver", locale, words.code("CONSENT_GIVER", each.giver(), locale))
                : words.say("privacy.consent.without", locale, words.code("WITHOUT_CONSENT", each.without(), locale));
        String withdrawn = each.withdrawnAt() == null
                ? null
                : words.say(
                        "privacy.consent.withdrawn",
                        locale,
                        words.day(each.withdrawnAt()).toString(),
                        words.code("WITHDRAWN_BY", each.withdrawnBy(), locale));
        return new ConsentRow(
                each.id(),
                people.getOrDefault(each.person(), ""),
                words.code("DATA_PURPOSE", each.purpose(), locale),
                words.code("LEGAL_GROUND", each.ground(), locale),
                how,
                words.codes("DATA_FIELD", each.fields(), locale),
                each.from().toString(),
                each.until() == null
                        ? words.say("privacy.consent.no-end", locale)
                        : each.until().toString(),
                each.state(words.today()),
                words.say(
                        "privacy.consent.recorded",
                        locale,
                        words.day(each.recordedAt()).toString(),
                        officers.getOrDefault(each.recordedBy(), "")),
                withdrawn,
                each.evidence() == null ? null : links.to(each.evidence().toString()),
                each.ground().equals("consent") && each.withdrawnAt() == null,
                Stream.concat(
                                Stream.ofNullable(each.outside()).map(unit -> new UnitRow(unit, "")),
                                each.recipients().stream()
                                        .map(unit -> new UnitRow(
                                                units.getOrDefault(unit.agency(), ""),
                                                outcome(unit, withdrawn != null, locale))))
                        .toList());
    }

    private String outcome(Consent.Recipient unit, boolean asked, Locale locale) {
        if (unit.outcome() == null || unit.doneAt() == null) {
            return asked ? words.say("privacy.consent.waits", locale) : "";
        }
        String done = words.code("WITHDRAWAL_OUT", unit.outcome(), locale);
        String ground = unit.keptGround() == null
                ? done
                : words.say(
                        "privacy.consent.kept", locale, done, words.code("WITHDRAWAL_KEEP", unit.keptGround(), locale));
        return words.say(
                unit.byPhone() ? "privacy.consent.done-by-phone" : "privacy.consent.done",
                locale,
                ground,
                words.day(unit.doneAt()).toString());
    }

    List<RequestRow> requests(List<DataRequest> requests, Locale locale) {
        Map<UUID, String> people = names(requests.stream()
                .map(DataRequest::person)
                .filter(Objects::nonNull)
                .toList());
        return requests.stream()
                .map(each -> new RequestRow(
                        each.id(),
                        words.code("REQUEST_KIND", each.kind(), locale),
                        words.say(
                                "privacy.request.by",
                                locale,
                                each.asker(),
                                words.code("REQUEST_BY", each.askedBy(), locale)),
                        each.person() == null ? "" : people.getOrDefault(each.person(), ""),
                        words.day(each.recordedAt()).toString(),
                        each.state(),
                        each.state().equals("refused") ? words.code("REQUEST_REFUSAL", each.ground(), locale) : "",
                        each.granted() && each.kind().equals("copy")))
                .toList();
    }

    Map<UUID, String> names(Collection<UUID> people) {
        return persons.findAll(people).stream()
                .collect(Collectors.toMap(PersonView::id, PersonView::name, (one, same) -> one));
    }
}
