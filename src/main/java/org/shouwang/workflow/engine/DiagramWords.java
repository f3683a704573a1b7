package org.shouwang.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.DiagramView.Line;

/** Breaks names into lines. The browser draws them later, so their width is reckoned: a Han character is one em wide. */
final class DiagramWords {

    private static final double LATIN = 0.56;
    private static final String NOT_FIRST = "，。、；：）》？！”,.;:)?!";

    private DiagramWords() {}

    /** At most so many lines of at most so many em; what does not fit ends in an ellipsis. */
    static List<String> wrap(@Nullable String name, double em, int lines) {
        List<String> wrapped = new ArrayList<>();
        String rest = name == null ? "" : name.strip();
        while (!rest.isEmpty() && wrapped.size() < lines) {
            boolean last = wrapped.size() == lines - 1;
            if (last && width(rest) > em) {
                wrapped.add(rest.substring(0, fitting(rest, em - 1)) + "…");
                return wrapped;
            }
            int bracket = rest.indexOf('（');
            boolean before = bracket > 1 && width(rest) > em && width(rest.substring(0, bracket)) <= em;
            int end = before ? bracket : breakAt(rest, balanced(rest, em));
            wrapped.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return wrapped;
    }

    /** Two even lines read better than a full one and a single character. */
    private static double balanced(String rest, double em) {
        double total = width(rest);
        int needed = (int) Math.ceil(total / em);
        return needed <= 1 ? em : Math.min(em, Math.ceil(total / needed));
    }

    private static int breakAt(String text, double em) {
        int end = fitting(text, em);
        if (end >= text.length()) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', end);
        if (text.charAt(end - 1) < 0x2E80 && text.charAt(end) < 0x2E80 && space > 0) {
            return space;
        }
        return NOT_FIRST.indexOf(text.charAt(end)) >= 0 && end > 1 ? end - 1 : end;
    }

    private static int fitting(String text, double em) {
        double used = 0;
        for (int i = 0; i < text.length(); i++) {
            used += width(text.charAt(i));
            if (used > em + 0.01) {
                return Math.max(i, 1);
            }
        }
        return text.length();
    }

    static double width(String text) {
        return text.chars().mapToDouble(character -> width((char) character)).sum();
    }

    private static double width(char character) {
        return character < 0x2E80 && character != '“' && character != '”' ? LATIN : 1;
    }

    /** Lines around a middle height, as SVG wants them: each with its base line. */
    static List<Line> centred(List<String> lines, int x, int middle, int lineHeight) {
        List<Line> placed = new ArrayList<>();
        double first = middle - lineHeight * lines.size() / 2.0 + lineHeight * 0.76;
        for (int i = 0; i < lines.size(); i++) {
            placed.add(new Line(lines.get(i), x, (int) Math.round(first + i * lineHeight)));
        }
        return placed;
    }
}
