package org.shouwang.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Agencies;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Referrals in words: to whom, what for, how far; codes, units and days, nothing anybody wrote. */
@Component
public class ReferralWords {

    private final Agencies agencies;
    private final Divisions divisions;
    private final Catalogues catalogues;
    private final MessageSource messages;
    private final Clock clock;

    ReferralWords(Agencies agencies, Divisions divisions, Catalogues catalogues, MessageSource messages, Clock clock) {
        this.agencies = agencies;
        this.divisions = divisions;
        this.catalogues = catalogues;
        this.messages = messages;
        this.clock = clock;
    }

    /** 转介：青禾小学; 移交：广西柳城县. */
    public String what(Referral referral, Locale locale) {
        return say("referral.to." + referral.kind(), locale, to(referral));
    }

    private String to(Referral referral) {
        if (referral.agency() != null) {
            return agencies.names(List.of(referral.agency())).getOrDefault(referral.agency(), "");
        }
        return county(Objects.requireNonNull(referral.county()));
    }

    /** 柳州市柳城县. */
    String county(String code) {
        List<String> up = divisions.upwards(code).stream().map(Division::name).toList();
        return up.size() > 1 ? up.get(1) + up.get(0) : String.join("", up);
    }

    public String state(Referral referral, Locale locale) {
        boolean partly = referral.state().equals("accepted") && referral.results() > 0;
        return say("referral.state." + (partly ? "partly" : referral.state()), locale);
    }

    /** What for, on what ground, when it was answered and how, when there was a result. */
    public List<String> details(Referral referral, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(say(
                "referral.line.purpose",
                locale,
                code("DATA_PURPOSE", referral.purpose(), locale),
                say("referral.ground." + referral.ground(), locale)));
        if (referral.tie() != null) {
            lines.add(code("REFERRAL_TIE", referral.tie(), locale));
        }
        if (referral.instead()) {
            lines.add(say("referral.line.instead", locale));
        }
        if (referral.answeredAt() != null) {
            lines.add(answered(referral, locale));
        }
        if (referral.resultAt() != null) {
            lines.add(say("referral.line.result", locale, day(referral.resultAt()), referral.results()));
        }
        if (referral.endedAt() != null) {
            lines.add(say("referral.line.ended", locale, day(referral.endedAt())));
        }
        return lines;
    }

    private String answered(Referral referral, Locale locale) {
        String heard = code("REFERRAL_HEARD", referral.heard(), locale);
        return referral.refusal() == null
                ? say("referral.line.answered", locale, day(referral.answeredAt()), heard)
                : say(
                        "referral.line.refused",
                        locale,
                        day(referral.answeredAt()),
                        heard,
                        code("REFERRAL_REFUSAL", referral.refusal(), locale));
    }

    /** The unit whose officer sent it. */
    public String from(Referral referral) {
        return agencies.unitsOf(List.of(referral.sender())).getOrDefault(referral.sender(), "");
    }

    /** Units of whoever sent these, by officer. */
    public Map<UUID, String> senders(Collection<Referral> referrals) {
        return agencies.unitsOf(referrals.stream().map(Referral::sender).toList());
    }

    public String fields(Referral referral, Locale locale) {
        String comma = locale.getLanguage().equals("en") ? ", " : "、";
        return String.join(
                comma,
                referral.fields().stream()
                        .map(field -> code("DATA_FIELD", field, locale))
                        .toList());
    }

    public String code(String list, @Nullable String key, Locale locale) {
        return key == null ? "" : catalogues.current().codes().name(list, key, locale);
    }

    public String day(java.time.@Nullable Instant at) {
        return at == null ? "" : LocalDate.ofInstant(at, clock.getZone()).toString();
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
