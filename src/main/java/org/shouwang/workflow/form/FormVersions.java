package org.shouwang.workflow.form;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.catalogue.Codes;
import org.shouwang.workflow.catalogue.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every form any record was ever made with: an old record reads as on its day, whatever the form says now. */
@Component
public class FormVersions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Form> known = new ConcurrentHashMap<>();

    public FormVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the form as it stands, unless this version is kept already. */
    void keep(Form form) {
        jdbc.sql("""
                        insert into form_version (form, version, source, codes, kept_at)
                        values (?, ?, ?, ?, ?) on conflict (form, version) do nothing""")
                .params(
                        form.key(),
                        form.version(),
                        form.source().toString(),
                        JSON.writeValueAsString(codesOf(form)),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** The form as it was. */
    public Optional<Form> find(String key, int version) {
        String name = key + "/" + version;
        Form form = known.get(name);
        if (form == null) {
            form = load(key, version).orElse(null);
            if (form != null) {
                known.put(name, form);
            }
        }
        return Optional.ofNullable(form);
    }

    private Optional<Form> load(String key, int version) {
        return jdbc.sql("select source, codes from form_version where form = ? and version = ?")
                .params(key, version)
                .query((rows, at) -> read(key, rows.getString("source"), rows.getString("codes")))
                .optional();
    }

    private static Form read(String key, String source, String codes) {
        List<Fault> faults = new ArrayList<>();
        List<CodeList> lists = List.of(JSON.readValue(codes, CodeList[].class));
        return new FormReader("forms/" + key + ".json", Codes.of(lists), faults)
                .read(source.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("kept form cannot be read: " + faults));
    }

    private static Collection<CodeList> codesOf(Form form) {
        Map<String, CodeList> lists = new TreeMap<>();
        collect(form.fields(), lists);
        return lists.values();
    }

    private static void collect(List<Field> fields, Map<String, CodeList> lists) {
        for (Field field : fields) {
            CodeList codes = field.codes();
            if (codes != null) {
                lists.put(codes.code(), codes);
            }
            collect(field.fields(), lists);
        }
    }

    /** Forms whose content changed under a version number that records were made with. */
    public List<Fault> faults(Forms forms) {
        List<Fault> faults = new ArrayList<>();
        for (Form form : forms.all()) {
            find(form.key(), form.version())
                    .filter(kept -> !kept.source().equals(form.source()))
                    .ifPresent(kept -> faults.add(new Fault(
                            "forms/" + form.key() + ".json",
                            "x-version",
                            "there are records of version " + form.version()
                                    + " with other content: raise x-version")));
        }
        return faults;
    }
}
