package org.shouwang.casefile.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.access.Actor;
import org.shouwang.casefile.CasesOfPerson;
import org.shouwang.person.PersonPart;
import org.springframework.stereotype.Component;

/** Records of cases on a person's page: of the person's own, and of a brother's or sister's that concern both. */
@Component
class PersonsCases implements PersonPart {

    private static final int MOST = 50;

    private final CasesOfPerson cases;
    private final CaseRecords records;

    PersonsCases(CasesOfPerson cases, CaseRecords records) {
        this.cases = cases;
        this.records = records;
    }

    @Override
    public String key() {
        return "records";
    }

    @Override
    public List<Line> lines(UUID person, Actor by, Locale locale) {
        return cases.of(person, by).stream()
                .flatMap(about -> lines(about, locale))
                .limit(MOST)
                .toList();
    }

    private Stream<Line> lines(CasesOfPerson.About about, Locale locale) {
        return records.of(about.file(), locale).stream()
                .filter(row -> about.concerns(row.id()))
                .map(row -> new Line(
                        row.at(),
                        row.title(),
                        about.file().number(),
                        "/cases/" + about.file().id() + "/records/" + row.id()));
    }
}
