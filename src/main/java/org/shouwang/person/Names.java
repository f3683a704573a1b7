package org.shouwang.person;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** How names are written, shortened and taken apart for searching. */
public final class Names {

    private static final String SOMEBODY = "某";
    private static final Set<String> TWO_CHARACTER_SURNAMES = Set.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "宇文", "长孙", "慕容", "司徒", "司空", "夏侯", "端木", "百里", "独孤",
            "南宫", "呼延", "轩辕", "东郭", "西门", "公冶", "澹台", "濮阳", "淳于", "单于", "太史", "申屠", "仲孙", "钟离", "鲜于", "闾丘", "司寇", "拓跋",
            "赫连", "第五");

    private Names() {}

    /** One spelling for one name: composed characters, single spaces, one kind of middle dot (as in 阿依·买买提). */
    public static String clean(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\u2022\\u2027\\u30FB\\u0387\\u22C5]", "·")
                .replaceAll("[\\s\\u3000]+", " ")
                .replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "")
                .strip();
    }

    /** 李小明 as 李某某, 李明 as 李某: whoever reads it knows whom it means only if he knows already. */
    public static String shorten(String name) {
        int[] characters = clean(name).codePoints().toArray();
        if (characters.length == 0) {
            return SOMEBODY;
        }
        int surname = surnameLength(characters);
        int given = Math.min(2, Math.max(1, characters.length - surname));
        return new String(characters, 0, surname) + SOMEBODY.repeat(given);
    }

    /** Every ending of the name, so that "contains" can be asked as "begins with"; by characters, rare ones included. */
    static List<String> parts(String name) {
        int[] characters = searchable(name).codePoints().toArray();
        return IntStream.range(0, characters.length)
                .filter(start -> characters[start] != ' ')
                .mapToObj(start -> new String(characters, start, characters.length - start))
                .distinct()
                .toList();
    }

    static String searchable(String text) {
        return clean(text).toLowerCase(Locale.ROOT);
    }

    private static int surnameLength(int[] characters) {
        boolean two = characters.length > 2 && TWO_CHARACTER_SURNAMES.contains(new String(characters, 0, 2));
        return two ? 2 : 1;
    }
}
