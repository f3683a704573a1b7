package org.shouwang.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.workflow.catalogue.Fault;

class FormsTests {

    @Test
    void readsEveryKindOfField() {
        Form form = Samples.form();

        assertThat(form.key()).isEqualTo("sample");
        assertThat(form.sections()).hasSize(5);
        assertThat(form.fields()).hasSize(18);
        assertThat(form.field("capacity").orElseThrow().widget()).isEqualTo(Widget.SELECT);
        assertThat(form.field("contact").orElseThrow().widget()).isEqualTo(Widget.RADIO);
        assertThat(form.field("needs").orElseThrow().fields())
                .extracting(Field::name)
                .contains("whoElse");
        assertThat(form.field("needs").orElseThrow().fields().get(2).showWhen())
                .extracting(Condition::sibling)
                .containsExactly(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"x-code\": \"CAP\"|\"x-code\": \"NONE\"|capacity|there is no code list NONE under codes/",
                "\"x-widget\": \"hidden\"|\"x-widget\": \"slider\"|token|x-widget slider is not known",
                "\"x-widget\": \"hidden\"|\"x-widget\": \"date\"|token|x-widget date does not fit a field of this type",
                "\"maxLength\": 2000, |``|how|maxLength is missing: every text needs a limit",
                "\"grade\", \"needs\"]|\"grade\", \"need\"]|required|names need, which is no field",
                "\"urgent\", \"token\"]|\"urgent\"]|token|stands in no section",
                "\"urgent\", \"token\"]|\"urgent\", \"token\", \"tokem\"]|x-sections/grade|names tokem, which is no field",
                "\"urgent\", \"token\"]|\"urgent\", \"token\", \"how\"]|x-sections/grade|names how, which stands in a section already",
                "[\"yes\", \"unsure\"]|[\"yes\", \"maybe\"]|contactHow|x-show-when: contact can never be maybe",
                "{\"contact\": [|{\"kontakt\": [|contactHow|x-show-when names kontakt, which is no other field",
                "{\"byWhom\": \"other\"}|{\"what\": \"other\"}|needs[].whoElse|x-show-when: what is neither a code nor yes/no, so it cannot decide",
                "\"title\": \"监护能力\", \"x-title-en\": \"Capacity\"|\"title\": \"监护能力\"|capacity|x-title-en is missing or empty",
                "\"x-version\": 3|\"x-version\": \"3\"|x-version|has to be a whole number from 1",
                "\"type\": \"object\", \"additionalProperties\": false|\"type\": \"object\"|additionalProperties|has to be false: a form takes only the fields it shows",
                "\"x-class\": \"identity\", \"title\"|\"x-class\": \"secret\", \"title\"|carer|x-class has to be narrative, address, identity, reporter or placement",
                "\"maxLength\": 2000, |\"maxLength\": 2000, \"x-variable\": true, |how|x-variable is for codes, yes/no, dates, numbers and ids; a process is told nothing else",
                "\"x-submit\":|\"x-one-tap\": {\"grade\": \"9\"}, \"x-submit\":|x-one-tap|has to name one field and one of its codes",
                "\"x-submit\":|\"x-one-tap\": {\"grade\": \"4\"}, \"x-submit\":|x-one-tap|is not enough: the form asks for more than this answer",
                "\"x-autocomplete\"|\"x-autocompleet\"|carer|x-autocompleet is not known",
                "\"maxLength\": 2000, |\"maxLength\": 2000, \"x-not-future\": true, |how|x-not-future is true or false, and for dates and times only",
                "^[0-9]{12}$|^[0-9|village|pattern is not a regular expression: Unclosed character class",
            })
    void namesFilePlaceAndReason(String from, String to, String place, String reason) {
        List<Fault> faults = new ArrayList<>();
        String broken = Samples.source().replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        assertThat(broken).isNotEqualTo(Samples.source());

        Forms forms = Samples.read(broken, faults);

        assertThat(forms.find("sample")).isEmpty();
        assertThat(faults).contains(new Fault("forms/sample.json", place, reason));
    }

    @Test
    void namesTheLineOfBrokenJson() {
        List<Fault> faults = new ArrayList<>();

        Samples.read("{\n  \"title\": \"x\",\n  oops\n}", faults);

        assertThat(faults).containsExactly(new Fault("forms/sample.json", "line 3", "not readable as JSON"));
    }

    @Test
    void refusesWhatIsNoSchema() {
        List<Fault> faults = new ArrayList<>();

        Samples.read(Samples.source().replace("\"minItems\": 1", "\"minItems\": \"one\""), faults);

        assertThat(faults)
                .extracting(Fault::place, Fault::reason)
                .anyMatch(fault -> fault.toString().contains("/properties/needs/minItems")
                        && fault.toString().contains("JSON Schema 2020-12"));
    }

    @Test
    void refusesFieldsThatWaitForEachOther() {
        List<Fault> faults = new ArrayList<>();
        String circle = Samples.source()
                .replace("\"x-code\": \"YNU\",", "\"x-code\": \"YNU\", \"x-show-when\": {\"urgent\": \"true\"},")
                .replace("\"urgent\": {", "\"urgent\": {\"x-show-when\": {\"contact\": \"yes\"}, ");

        Samples.read(circle, faults);

        assertThat(faults)
                .contains(
                        new Fault("forms/sample.json", "contact", "x-show-when goes in a circle"),
                        new Fault("forms/sample.json", "urgent", "x-show-when goes in a circle"));
    }
}
