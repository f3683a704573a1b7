package org.shouwang.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Agencies;
import org.shouwang.casefile.CasePerson;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Component;

/** What a new entry of the register must say; all that is wrong at once. */
@Component
class ConsentCheck {

    /** Under it a child's consent is the guardian's (个人信息保护法 第三十一条). */
    private static final int GROWN_UP_FOR_CONSENT = 14;

    private final Cases cases;
    private final Persons persons;
    private final Agencies agencies;
    private final Catalogues catalogues;

    ConsentCheck(Cases cases, Persons persons, Agencies agencies, Catalogues catalogues) {
        this.cases = cases;
        this.persons = persons;
        this.agencies = agencies;
        this.catalogues = catalogues;
    }

    /**
     * @param outside the unit of another county that gets the data, null where units of this county do
     * @throws Refusal 422 naming every wrong field
     */
    void check(NewConsent said, CaseView of, @Nullable String outside) {
        List<FieldProblem> wrong = new ArrayList<>();
        List<CasePerson> people = cases.people(of.id());
        if (people.stream().noneMatch(each -> each.person().equals(said.person()))) {
            wrong.add(FieldProblem.at("person", "consent-person"));
        }
        require(wrong, "purpose", "DATA_PURPOSE", said.purpose());
        require(wrong, "ground", "LEGAL_GROUND", said.ground());
        if ("consent".equals(said.ground())) {
            giver(wrong, said, people);
        }
        if ("duty".equals(said.ground())) {
            require(wrong, "without", "WITHOUT_CONSENT", said.without());
        }
        fields(wrong, said.fields());
        if (outside == null) {
            recipients(wrong, said.recipients(), of);
        } else if (!"duty".equals(said.ground())) {
            wrong.add(FieldProblem.at("ground", "consent-outside-duty"));
        }
        term(wrong, said);
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }

    private void giver(List<FieldProblem> wrong, NewConsent said, List<CasePerson> people) {
        require(wrong, "giver", "CONSENT_GIVER", said.giver());
        boolean young = said.person() != null
                && persons.find(said.person()).map(ConsentCheck::young).orElse(false);
        if ("self".equals(said.giver()) && young) {
            wrong.add(FieldProblem.at("giver", "consent-under-14"));
        }
        if (!"self".equals(said.giver()) && onlySuspects(people)) {
            wrong.add(FieldProblem.at("giver", "consent-suspect"));
        }
    }

    private static boolean young(PersonView person) {
        return person.child() && (person.age() == null || person.age() < GROWN_UP_FOR_CONSENT);
    }

    /** Whoever is suspected does not consent for the child; then another guardian, or the duty, is the ground. */
    private static boolean onlySuspects(List<CasePerson> people) {
        Set<UUID> suspects = with(people, "suspect");
        Set<UUID> guardians = with(people, "guardian");
        return !guardians.isEmpty() && suspects.containsAll(guardians);
    }

    private static Set<UUID> with(List<CasePerson> people, String part) {
        return people.stream()
                .filter(each -> each.part().equals(part))
                .map(CasePerson::person)
                .collect(Collectors.toSet());
    }

    private void fields(List<FieldProblem> wrong, @Nullable List<String> fields) {
        if (fields == null || fields.isEmpty() || !keys("DATA_FIELD").containsAll(fields)) {
            wrong.add(FieldProblem.at("fields", "consent-fields"));
        }
    }

    private void recipients(List<FieldProblem> wrong, @Nullable List<UUID> recipients, CaseView of) {
        if (recipients == null
                || recipients.isEmpty()
                || !agencies.serving(of.division()).keySet().containsAll(recipients)) {
            wrong.add(FieldProblem.at("recipients", "consent-recipients"));
        }
    }

    private static void term(List<FieldProblem> wrong, NewConsent said) {
        if (said.from() == null) {
            wrong.add(FieldProblem.at("from", "consent-from"));
        } else if (said.until() != null && said.until().isBefore(said.from())) {
            wrong.add(FieldProblem.at("until", "consent-until"));
        }
    }

    private void require(List<FieldProblem> wrong, String field, String list, @Nullable String code) {
        if (!keys(list).contains(Objects.requireNonNullElse(code, ""))) {
            wrong.add(FieldProblem.at(field, "choose-one"));
        }
    }

    private Collection<String> keys(String list) {
        return catalogues.current().codes().get(list).keys();
    }
}
