package org.shouwang.hotline;

import java.util.List;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Filing;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with an order before it is one. Stands in no transaction: a refusal here undoes nothing. */
@Component
class OrderCheck {

    private final Hotlines lines;
    private final Places places;
    private final Filing filing;
    private final Access access;

    OrderCheck(Hotlines lines, Places places, Filing filing, Access access) {
        this.lines = lines;
        this.places = places;
        this.filing = filing;
        this.access = access;
    }

    /**
     * The line of an order, where nothing is wrong with it.
     *
     * @throws Refusal 422 naming every wrong field
     */
    Hotline check(ObjectNode answers, int formVersion, Actor by) {
        access.require(HotlineOrders.ENTER);
        filing.check(HotlineOrders.FORM, formVersion, answers);
        Hotline line = lines.find(answers.get("line").asString(), by, HotlineOrders.ENTER)
                .orElseThrow(() -> Refusal.invalid(List.of(FieldProblem.at("line", "hotline-line"))));
        if (answers.has("division") && !places.within(answers.get("division").asString(), line.division())) {
            throw Refusal.invalid(List.of(FieldProblem.at("division", "hotline-division")));
        }
        return line;
    }
}
