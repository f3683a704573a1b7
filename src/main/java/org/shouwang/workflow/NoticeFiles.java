package org.shouwang.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.shouwang.notification.NoticeTexts;
import org.shouwang.notification.Notices;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.Entry;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;
import org.springframework.stereotype.Component;

/** The county's sentences under notices/, one for each notice there is. */
@Component
class NoticeFiles implements NoticeTexts, CatalogueListener {

    private static final String FOLDER = "notices/";
    private static final int LONGEST = 80;

    private record Sentence(String zh, String en) {}

    private volatile Map<String, Sentence> sentences = Map.of();

    @Override
    public String sentence(String code, Locale locale) {
        Sentence found = sentences.get(code);
        if (found == null) {
            throw new IllegalArgumentException("no notice " + code);
        }
        return locale.getLanguage().equals("en") ? found.en() : found.zh();
    }

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        read(candidate.files(), faults);
    }

    @Override
    public void take(Catalogue catalogue) {
        sentences = read(catalogue.files(), new ArrayList<>());
    }

    private static Map<String, Sentence> read(ProcessFiles files, List<Fault> faults) {
        Map<String, Sentence> sentences = new HashMap<>();
        for (String code : new TreeSet<>(Notices.CODES)) {
            files.yaml(FOLDER + code + ".yaml", faults).ifPresent(entry -> sentences.put(code, sentence(code, entry)));
        }
        for (String path : files.under(FOLDER).keySet()) {
            String code = path.substring(FOLDER.length()).replaceFirst("\\.yaml$", "");
            if (!Notices.CODES.contains(code)) {
                faults.add(
                        new Fault(path, "", "nothing sends such a notice; there are " + new TreeSet<>(Notices.CODES)));
            }
        }
        return Map.copyOf(sentences);
    }

    private static Sentence sentence(String code, Entry entry) {
        if (!entry.text("key").equals(code)) {
            entry.fault("key", "key must be " + code + ", as the file is named");
        }
        return new Sentence(plain(entry, "zh"), plain(entry, "en"));
    }

    /** The same words for everybody: what is filled in would be about somebody. */
    private static String plain(Entry entry, String field) {
        String text = entry.text(field);
        if (text.length() > LONGEST) {
            entry.fault(field, "a notice has at most " + LONGEST + " characters");
        }
        if (text.matches(".*[{}$%<>].*")) {
            entry.fault(field, "nothing is filled into a notice: write the same words for everybody");
        }
        return text;
    }
}
