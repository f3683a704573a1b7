package org.shouwang.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwang.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 个案编号: county, year, running number, such as {@code 450223-2026-00047}. */
@Component
class CaseNumbers {

    private static final Pattern TYPED = Pattern.compile("(?:(?:([0-9]{6})-)?([0-9]{4})-)?([0-9]{1,5})");

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String next(String division) {
        String county = division.substring(0, 6);
        int year = LocalDate.now(clock).getYear();
        int number = jdbc.sql("""
                        insert into case_counter (county, year, last) values (?, ?, 1)
                        on conflict (county, year) do update set last = case_counter.last + 1
                        returning last""").params(county, year).query(Integer.class).single();
        return "%s-%d-%05d".formatted(county, year, number);
    }

    /**
     * The whole number for what people type of it: all of it, year and running number, or the latter alone, which is
     * this year's. Empty when it is no number.
     */
    Optional<String> complete(String text, Actor actor) {
        Matcher typed = TYPED.matcher(text);
        if (!typed.matches()) {
            return Optional.empty();
        }
        String county = typed.group(1) != null
                ? typed.group(1)
                : actor.mainPost().map(post -> post.division().substring(0, 6)).orElse("");
        int year = typed.group(2) != null
                ? Integer.parseInt(typed.group(2))
                : LocalDate.now(clock).getYear();
        return Optional.of("%s-%d-%05d".formatted(county, year, Integer.parseInt(typed.group(3))));
    }
}
