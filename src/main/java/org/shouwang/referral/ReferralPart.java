package org.shouwang.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.casefile.CasePart;
import org.springframework.stereotype.Component;

/** Referrals on the case's page: to whom, what for, how far. What came of them stands in the records. */
@Component
class ReferralPart implements CasePart {

    private final ReferralStore store;
    private final IncomingStore incoming;
    private final ReferralWords words;

    ReferralPart(ReferralStore store, IncomingStore incoming, ReferralWords words) {
        this.store = store;
        this.incoming = incoming;
        this.words = words;
    }

    @Override
    public String key() {
        return "referral";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        return Stream.concat(
                        store.ofCase(caseId).stream().flatMap(referral -> line(referral, locale)),
                        incoming.ofCase(caseId).stream().flatMap(from -> line(from, locale)))
                .toList();
    }

    private Stream<Line> line(IncomingStore.Incoming from, Locale locale) {
        List<String> details = new ArrayList<>();
        if (from.referenceNo() != null) {
            details.add(words.say("referral.incoming.number", locale, from.referenceNo()));
        }
        details.add(words.say(
                "referral.incoming.dates",
                locale,
                from.receivedOn().toString(),
                from.acceptedOn().toString()));
        return Stream.ofNullable(from.record())
                .map(record -> new Line(
                        from.recordedAt(),
                        record,
                        words.say("referral.incoming", locale, words.county(from.county())),
                        details));
    }

    private Stream<Line> line(Referral referral, Locale locale) {
        List<String> details = new ArrayList<>(List.of(words.state(referral, locale)));
        details.addAll(words.details(referral, locale));
        return Stream.ofNullable(referral.record())
                .map(record -> new Line(referral.sentAt(), record, words.what(referral, locale), details));
    }
}
