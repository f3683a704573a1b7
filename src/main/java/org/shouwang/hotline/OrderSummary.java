package org.shouwang.hotline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.clock.ExactTime;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Above the answer: which order it is, and for whoever receives the line what the caller said. */
@Component
class OrderSummary implements SubjectSummary {

    private final OrderStore store;
    private final SealedOrder sealed;
    private final Catalogues catalogues;
    private final MessageSource messages;

    OrderSummary(OrderStore store, SealedOrder sealed, Catalogues catalogues, MessageSource messages) {
        this.store = store;
        this.sealed = sealed;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "hotline";
    }

    @Override
    public boolean first() {
        return true;
    }

    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return store.find(subject).map(order -> lines(order, whole, locale)).orElse(List.of());
    }

    private List<String> lines(HotlineOrder order, boolean whole, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(say("hotline.summary.order", locale, code(Hotlines.LINES, order.line(), locale), order.number()));
        lines.add(say(
                "hotline.summary.called",
                locale,
                ExactTime.moment(order.calledAt(), locale),
                code("HOTLINE_KIND", order.category(), locale)));
        if (order.confidential()) {
            lines.add(say("hotline.summary.confidential", locale));
        } else if (order.report() != null) {
            lines.add(say("hotline.summary.report", locale));
        }
        if (whole) {
            lines.add(sealed.open(order.id(), store.sealed(order.id())).content());
        }
        return lines;
    }

    private String code(String list, String key, Locale locale) {
        return catalogues.current().codes().name(list, key, locale);
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
