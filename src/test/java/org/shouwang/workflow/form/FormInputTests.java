package org.shouwang.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwang.web.FieldProblem;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FormInputTests {

    private final Form form = Samples.form();

    @Test
    void takesCompleteAnswers() {
        FormInput input = FormInput.of(form, Samples.complete());

        assertThat(input.problems()).isEmpty();
        assertThat(FormCheck.check(form, input.data())).isEmpty();
        assertThat(input.data().path("children").isIntegralNumber()).isTrue();
        assertThat(input.data().path("urgent").isBoolean()).isTrue();
        assertThat(input.data().path("seenAt").asString()).isEqualTo("2026-03-12T09:30:00+08:00");
        assertThat(input.data().at("/needs/0/whoElse").asString()).isEqualTo("外祖母");
        assertThat(input.data().path("signs")).hasSize(2);
    }

    @Test
    void tellsTheProcessNothingButVariables() {
        FormInput input = FormInput.of(form, Samples.complete());

        assertThat(form.variables(input.data()))
                .containsOnlyKeys("contact", "children", "grade", "next", "urgent")
                .containsEntry("next", LocalDate.of(2026, 4, 12))
                .containsEntry("children", 3L);
    }

    @Test
    void findsDatesThatNobodyCanMean() {
        ObjectNode data = FormInput.of(form, Samples.complete()).data();
        ZonedDateTime today = LocalDate.of(2026, 3, 12).atTime(9, 28).atZone(ZoneId.of("Asia/Shanghai"));
        assertThat(DateSense.check(form, data, today, Locale.SIMPLIFIED_CHINESE))
                .isEmpty();

        data.put("next", "9999-12-31").put("seenAt", "0026-03-12T09:30:00+08:00");
        assertThat(DateSense.check(form, data, today, Locale.SIMPLIFIED_CHINESE))
                .extracting(FieldProblem::path, FieldProblem::code)
                .containsExactlyInAnyOrder(tuple("next", "far-date"), tuple("seenAt", "far-date"));
    }

    @Test
    void letsNothingHaveHappenedLaterThanNow() {
        ObjectNode data = FormInput.of(form, Samples.complete()).data();
        ZonedDateTime day = LocalDate.of(2026, 3, 12).atTime(9, 24).atZone(ZoneId.of("Asia/Shanghai"));

        // 09:30 was typed: five minutes are a phone's clock, six are not; the next date may well lie ahead.
        assertThat(DateSense.check(form, data, day.plusMinutes(1), Locale.ENGLISH))
                .isEmpty();
        assertThat(DateSense.check(form, data, day, Locale.SIMPLIFIED_CHINESE))
                .extracting(FieldProblem::path, FieldProblem::code)
                .containsExactly(tuple("seenAt", "in-future"));
    }

    @Test
    void asksForWhatIsMissingInTheOrderOfThePage() {
        List<FieldProblem> problems =
                FormCheck.check(form, FormInput.of(form, Samples.typed()).data());

        assertThat(problems)
                .extracting(FieldProblem::path, FieldProblem::code)
                .containsExactly(
                        tuple("contact", "required"),
                        tuple("carer", "one-of"),
                        tuple("how", "required"),
                        tuple("needs", "required"),
                        tuple("grade", "required"));
        assertThat(problems.get(1).arguments()).containsExactly("事发前谁在照料、孩子");
    }

    @Test
    void requiresAFieldOnlyWhileItIsShownAndDropsItWhenItIsNot() {
        MultiValueMap<String, String> typed = Samples.complete();
        typed.set("contactHow", "写过又改了");
        assertThat(FormInput.of(form, typed).data().has("contactHow")).isFalse();

        typed.set("contact", "unsure");
        assertThat(FormInput.of(form, typed).data().path("contactHow").asString())
                .isEqualTo("写过又改了");

        typed.remove("contactHow");
        assertThat(problems(typed)).containsExactly("contactHow required");
    }

    @Test
    void looksInsideRows() {
        MultiValueMap<String, String> typed = Samples.complete();
        typed.add("needs[7].until", "明天");
        typed.add("needs[9].what", "   ");

        assertThat(problems(typed))
                .containsExactlyInAnyOrder(
                        "needs[1].what required", "needs[1].byWhom required", "needs[1].until bad-date");
    }

    @Test
    void keepsWhatDoesNotFitAsItWasTyped() {
        MultiValueMap<String, String> typed = Samples.complete();
        typed.set("children", "两个");
        typed.set("income", "1e999999999");
        typed.set("next", "2026-02-30");
        typed.set("grade", "9");
        typed.set("signs", "<script>");
        typed.set("village", "鹿寨");

        assertThat(problems(typed))
                .containsExactly(
                        "children not-a-whole-number",
                        "income not-a-number",
                        "signs not-in-list",
                        "village pattern",
                        "grade not-in-list",
                        "next bad-date");
        assertThat(FormInput.of(form, typed).data().path("children").asString()).isEqualTo("两个");
    }

    @Test
    void understandsChineseKeyboards() {
        MultiValueMap<String, String> typed = Samples.complete();
        typed.set("children", "３");
        typed.set("next", "２０２６年４月９日");

        assertThat(FormInput.of(form, typed).data().path("children").asInt()).isEqualTo(3);
        assertThat(FormInput.of(form, typed).data().path("next").asString()).isEqualTo("2026-04-09");
    }

    @Test
    void takesUnseenCharactersOutAndKeepsLines() {
        MultiValueMap<String, String> typed = Samples.complete();
        typed.set("how", "\u0000第一行\r\n第二\u0007行\u202E反\uFEFF e\u0301 \uD800 \u3000");

        assertThat(FormInput.of(form, typed).data().path("how").asString()).isEqualTo("第一行\n第二行反 é");
    }

    @Test
    void namesTheLimitOfAVeryLongText() {
        MultiValueMap<String, String> typed = Samples.complete();
        typed.set("how", "字".repeat(50_000));

        FormInput input = FormInput.of(form, typed);

        assertThat(FormCheck.check(form, input.data()))
                .containsExactly(FieldProblem.at("how", "too-long", "怎么看出来的", 2000, 50_000));
        assertThat(input.data().path("how").asString()).hasSize(50_000);
    }

    @Test
    void refusesFieldsTheFormDoesNotHave() {
        MultiValueMap<String, String> typed = Samples.complete();
        typed.add("isAdmin", "true");
        typed.add("needs[0].price", "1");
        typed.add("needs[0][what]", "1");

        assertThat(FormInput.of(form, typed).problems())
                .extracting(FieldProblem::path)
                .containsExactlyInAnyOrder("isAdmin", "needs[0].price", "needs[0][what]");
        ObjectNode json = FormInput.of(form, Samples.complete()).data().put("isAdmin", true);
        assertThat(FormCheck.check(form, json)).containsExactly(FieldProblem.at("isAdmin", "unknown-field"));
    }

    @Test
    void saysThatTheFormHasChangedAndKeepsTheText() {
        MultiValueMap<String, String> typed = Samples.complete();
        typed.set("_version", "2");

        FormInput input = FormInput.of(form, typed);

        assertThat(input.problems()).containsExactly(FieldProblem.at("", "stale-version"));
        assertThat(input.data().path("carer").asString()).isEqualTo("父亲张某某");
    }

    @Test
    void addsAndRemovesRowsByButton() {
        MultiValueMap<String, String> typed = Samples.complete();
        typed.add("_add", "needs");
        FormInput added = FormInput.of(form, typed);
        assertThat(added.rowsChanged()).isTrue();
        assertThat(added.data().path("needs")).hasSize(2);

        typed.remove("_add");
        typed.add("needs[1].what", "第二项");
        typed.add("_remove", "needs[0]");
        FormInput removed = FormInput.of(form, typed);
        assertThat(removed.data().path("needs")).hasSize(1);
        assertThat(removed.data().at("/needs/0/what").asString()).isEqualTo("第二项");
    }

    @Test
    void takesFactsFromTheHouseAndNeverFromTheBrowser() {
        MultiValueMap<String, String> typed = Samples.complete();
        typed.add("situation", "01");
        ObjectNode known = JsonMapper.shared().createObjectNode().put("situation", "04");

        assertThat(FormInput.of(form, typed, known).data().path("situation").asString())
                .isEqualTo("04");
        assertThat(FormInput.of(form, typed).data().has("situation")).isFalse();
    }

    @Test
    void treatsJsonLikeTypedAnswers() {
        ObjectNode json = FormInput.of(form, Samples.complete()).data();
        json.put("how", " \u0000 事实 ")
                .put("carer", "")
                .put("contactHow", "不该在这里")
                .putNull("next");
        json.put("child", "0198a0a0-0000-7000-8000-000000000001");

        ObjectNode data =
                FormInput.of(form, json, JsonMapper.shared().createObjectNode()).data();

        assertThat(data.path("how").asString()).isEqualTo("事实");
        assertThat(data.has("carer")).isFalse();
        assertThat(data.has("next")).isFalse();
        assertThat(data.has("contactHow")).isFalse();
        assertThat(FormCheck.check(form, data)).isEmpty();
    }

    @Test
    void savesNamedFieldsOnlyAndSaysWhichWereEmptied() {
        ObjectNode part = FormInput.part(form, Samples.typed("carer", "母亲", "how", "不存这一项"), Set.of("carer", "next"));

        assertThat(part.propertyNames()).containsExactly("carer", "next");
        assertThat(part.path("next").isNull()).isTrue();
    }

    @Test
    void everyProblemHasItsSentenceInBothLanguages() {
        for (String code : List.of(
                "required",
                "too-long",
                "too-short",
                "not-a-number",
                "not-a-whole-number",
                "too-small",
                "too-great",
                "not-in-list",
                "bad-date",
                "bad-time",
                "too-few",
                "too-many-items",
                "twice",
                "pattern",
                "wrong",
                "one-of",
                "unknown-field",
                "stale-version")) {
            for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                assertThat(Samples.messages().getMessage("problem." + code, new Object[] {"标签", 1, 2}, locale))
                        .isNotBlank();
            }
        }
    }

    private List<String> problems(MultiValueMap<String, String> typed) {
        return FormCheck.check(form, FormInput.of(form, typed).data()).stream()
                .map(problem -> problem.path() + " " + problem.code())
                .toList();
    }
}
