package org.shouwang.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Divisions;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Component;

/** Looks at what was typed about a person, all of it at once. */
@Component
class PersonCheck {

    private static final int LONGEST_NAME = 60;
    private static final Set<String> SEXES = Set.of("0", "1", "2", "9");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{2,19}");
    private static final LocalDate OLDEST = LocalDate.of(1880, 1, 1);

    private final Divisions divisions;
    private final Clock clock;

    PersonCheck(Divisions divisions, Clock clock) {
        this.divisions = divisions;
        this.clock = clock;
    }

    /** @throws Refusal 422 naming every field that is wrong */
    void check(NewPerson person) {
        List<FieldProblem> problems = new ArrayList<>();
        name(person.name(), problems);
        facts(person.sex(), person.birthDate(), person.idNumber(), person.phone(), problems);
        division(person.division(), problems);
        refuse(problems);
    }

    /** @throws Refusal 422 naming every field that is wrong */
    void check(PersonChange change) {
        List<FieldProblem> problems = new ArrayList<>();
        if (change.name() != null) {
            name(change.name(), problems);
        }
        facts(change.sex(), change.birthDate(), change.idNumber(), change.phone(), problems);
        if (change.division() != null) {
            division(change.division(), problems);
        }
        refuse(problems);
    }

    private void facts(
            @Nullable String sex,
            @Nullable LocalDate birthDate,
            @Nullable String idNumber,
            @Nullable String phone,
            List<FieldProblem> problems) {
        LocalDate today = LocalDate.now(clock);
        if (sex != null && !SEXES.contains(sex)) {
            problems.add(FieldProblem.at("sex", "person-code"));
        }
        if (birthDate != null && birthDate.isAfter(today)) {
            problems.add(FieldProblem.at("birthDate", "birth-date-future"));
        } else if (birthDate != null && birthDate.isBefore(OLDEST)) {
            problems.add(FieldProblem.at("birthDate", "birth-date-too-early"));
        }
        if (idNumber != null && !idNumber.isBlank()) {
            IdNumber.fault(idNumber, today).ifPresent(code -> problems.add(FieldProblem.at("idNumber", code)));
        }
        if (phone != null && !phone.isBlank() && !PHONE.matcher(phone.strip()).matches()) {
            problems.add(FieldProblem.at("phone", "phone-shape"));
        }
    }

    private static void name(String name, List<FieldProblem> problems) {
        if (name.isBlank()) {
            problems.add(FieldProblem.at("name", "person-name-required"));
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            problems.add(FieldProblem.at("name", "person-name-too-long", LONGEST_NAME));
        } else if (name.codePoints().anyMatch(PersonCheck::unprintable)) {
            problems.add(FieldProblem.at("name", "person-name-characters"));
        }
    }

    private static boolean unprintable(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || "<>\"\\=@".indexOf(character) >= 0;
    }

    private void division(String division, List<FieldProblem> problems) {
        if (divisions.find(division).isEmpty()) {
            problems.add(FieldProblem.at("division", "person-division"));
        }
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }
}
