package org.shouwang.workflow.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The code lists under codes/, by name. */
public final class Codes {

    private final Map<String, CodeList> lists;

    private Codes(Map<String, CodeList> lists) {
        this.lists = Map.copyOf(lists);
    }

    public static Codes of(Collection<CodeList> lists) {
        Map<String, CodeList> byCode = new TreeMap<>();
        lists.forEach(list -> byCode.put(list.code(), list));
        return new Codes(byCode);
    }

    /** Reads every codes/*.yaml; a list with a fault is left out and the fault reported. */
    public static Codes read(ProcessFiles files, List<Fault> faults) {
        List<CodeList> lists = new ArrayList<>();
        for (String path : files.under("codes/").keySet()) {
            files.yaml(path, faults).map(entry -> list(path, entry)).ifPresent(lists::add);
        }
        Codes codes = of(lists);
        codes.unknownClasses(faults);
        return codes;
    }

    private void unknownClasses(List<Fault> faults) {
        Set<String> known =
                find("SENSITIVE").map(list -> Set.copyOf(list.keys())).orElse(Set.of());
        for (CodeList list : all()) {
            for (Item item : list.items()) {
                String said = item.sensitive();
                if (said != null && !known.contains(said)) {
                    faults.add(new Fault(
                            "codes/" + list.code() + ".yaml",
                            item.key(),
                            "sensitive is a code of SENSITIVE, not " + said));
                }
            }
        }
    }

    private static CodeList list(String path, Entry file) {
        String code = file.text("code");
        String expected = path.substring("codes/".length()).replaceFirst("\\.yaml$", "");
        if (!code.isEmpty() && !code.equals(expected)) {
            file.fault("code", "code is " + code + ", but the file is named " + expected);
        }
        List<Item> items = new ArrayList<>();
        for (Entry entry : file.entries("items")) {
            Item item = new Item(
                    entry.text("key"),
                    entry.text("zh"),
                    entry.text("en"),
                    entry.optional("help").orElse(null),
                    entry.optional("sensitive").orElse(null));
            if (items.stream().anyMatch(other -> other.key().equals(item.key()))) {
                entry.fault("key", "the key " + item.key() + " is there twice");
            }
            items.add(item);
        }
        return new CodeList(
                code, file.text("zh"), file.text("en"), file.optional("basis").orElse(null), items);
    }

    public Optional<CodeList> find(String code) {
        return Optional.ofNullable(lists.get(code));
    }

    /** @throws NoSuchElementException when there is no such list: the catalogue's checks have named it already */
    public CodeList get(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("code list " + code));
    }

    public String name(String code, String key, Locale locale) {
        return find(code).map(list -> list.name(key, locale)).orElse(key);
    }

    public Collection<CodeList> all() {
        return lists.values();
    }
}
