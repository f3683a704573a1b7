package org.shouwang.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One cell of the access matrix that says for what a rule holds: {@code *} for everything, {@code a|b} for these,
 * {@code !a} for everything but this, {@code -} for nothing yet.
 *
 * @param in what it names
 * @param out what it takes out
 * @param all whether it holds for whatever it does not name, too
 */
public record Cell(Set<String> in, Set<String> out, boolean all) {

    static final Cell ALL = new Cell(Set.of(), Set.of(), true);

    public Cell {
        in = Set.copyOf(in);
        out = Set.copyOf(out);
    }

    /** Reads a cell; what is wrong with it goes into {@code faults}. */
    static Cell read(String text, List<String> faults) {
        Set<String> in = new LinkedHashSet<>();
        Set<String> out = new LinkedHashSet<>();
        List<String> words = new ArrayList<>(Arrays.asList(text.split("\\|", -1)));
        boolean all = words.remove("*");
        if (text.equals("-")) {
            return new Cell(Set.of(), Set.of(), false);
        }
        for (String word : words) {
            String name = word.startsWith("!") ? word.substring(1) : word;
            if (name.isBlank() || !(word.startsWith("!") ? out : in).add(name)) {
                faults.add("cannot be read: " + (text.isEmpty() ? "an empty cell; * means all" : text));
            }
        }
        return new Cell(in, out, all || in.isEmpty());
    }

    /** Whether it holds for {@code value}; for what is not known only where it holds for everything. */
    public boolean has(@Nullable String value) {
        if (value == null) {
            return isAll();
        }
        return !out.contains(value) && (all || in.contains(value));
    }

    public boolean isAll() {
        return all && out.isEmpty();
    }

    /** Everything it names, to be held or not. */
    Set<String> named() {
        Set<String> named = new LinkedHashSet<>(in);
        named.addAll(out);
        return named;
    }

    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        if (all && (isAll() || !in.isEmpty())) {
            words.add("*");
        }
        in.stream().sorted().forEach(words::add);
        words.addAll(out.stream().sorted().map(name -> "!" + name).collect(Collectors.toList()));
        return words.isEmpty() ? "-" : String.join("|", words);
    }
}
