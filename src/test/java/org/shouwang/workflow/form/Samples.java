package org.shouwang.workflow.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.catalogue.Codes;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.Item;
import org.shouwang.workflow.catalogue.ProcessFiles;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** One form with everything a form can have, its code lists, and ways to fill it in. */
final class Samples {

    static final Codes CODES = Codes.of(List.of(
            list("YNU", "yes=能", "no=不能", "unsure=不清楚"),
            list("SIT", "01=有明显不正常的伤", "04=身体多处损伤，疑似家庭暴力"),
            list("CAP", "1=有能力，未正确履行", "2=能力不足", "3=没有能力", "4=不在身边", "5=下落不明", "6=服刑", "7=重病", "8=不清楚"),
            list("SIG", "sleep=睡不好", "home=害怕回家", "silent=不愿说话", "death=说过不想活"),
            list("WHO", "village=村（居）委会", "station=未保站", "other=其他"),
            list("GRADE", "1=红：马上有危险", "2=黄：一个月内可能出事", "3=蓝：有困难", "4=绿：平稳")));

    private Samples() {}

    private static CodeList list(String code, String... items) {
        return new CodeList(
                code,
                code,
                code,
                null,
                Arrays.stream(items)
                        .map(item -> item.split("=", 2))
                        .map(item -> new Item(item[0], item[1], item[1], null))
                        .toList());
    }

    static String source() {
        try (InputStream in = Samples.class.getResourceAsStream("sample.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Form form() {
        List<Fault> faults = new ArrayList<>();
        Forms forms = read(source(), faults);
        if (!faults.isEmpty()) {
            throw new AssertionError(faults);
        }
        return forms.get("sample");
    }

    static Forms read(String source, List<Fault> faults) {
        ProcessFiles files = ProcessFiles.of(Map.of("forms/sample.json", source.getBytes(StandardCharsets.UTF_8)));
        return Forms.read(files, CODES, faults);
    }

    static MultiValueMap<String, String> typed(String... namesAndValues) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            typed.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return typed;
    }

    /** Answers that are complete and right. */
    static MultiValueMap<String, String> complete() {
        return typed(
                "_version",
                "3",
                "contact",
                "no",
                "carer",
                "父亲张某某",
                "how",
                "邻居两户均称，近两月夜间多次听到打骂。",
                "children",
                "3",
                "signs",
                "sleep",
                "signs",
                "home",
                "seenAt",
                "2026-03-12T09:30",
                "needs[0].what",
                "有人晚上陪着",
                "needs[0].byWhom",
                "other",
                "needs[0].whoElse",
                "外祖母",
                "needs[0].until",
                "2026-03-20",
                "grade",
                "1",
                "next",
                "2026-04-12",
                "urgent",
                "true");
    }

    static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/web", "messages/workflow-form");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
