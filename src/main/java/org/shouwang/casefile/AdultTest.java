package org.shouwang.casefile;

import java.util.List;
import org.shouwang.person.Persons;
import org.springframework.stereotype.Component;

/** Nobody leaves as a grown-up who is not one by the birth date in the person's file. */
@Component
class AdultTest implements ClosingTest {

    private final Persons persons;

    AdultTest(Persons persons) {
        this.persons = persons;
    }

    @Override
    public List<Unmet> unmet(CaseView of) {
        boolean grown = of.mainPerson() != null
                && persons.find(of.mainPerson()).filter(each -> !each.child()).isPresent();
        return grown ? List.of() : List.of(Unmet.barring("adult", "closing-not-adult"));
    }
}
