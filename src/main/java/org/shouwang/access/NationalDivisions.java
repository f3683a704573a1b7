package org.shouwang.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the national list down to townships once (National Bureau of Statistics, edition 2023). Villages are the
 * county's own to add.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NationalDivisions implements ApplicationRunner {

    private static final String LIST = "division/divisions.csv";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    NationalDivisions(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Boolean loaded = jdbc.queryForObject("select exists (select from division)", Boolean.class);
        if (Boolean.FALSE.equals(loaded)) {
            transactions.executeWithoutResult(status -> load());
        }
    }

    private void load() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new ClassPathResource(LIST).getInputStream(), StandardCharsets.UTF_8))) {
            // Provinces first, then below: the file is in that order, so that every parent is there before its
            // children.
            List<Object[]> rows =
                    lines.lines().skip(1).map(NationalDivisions::row).toList();
            jdbc.batchUpdate("""
                    insert into division (code, name, level, parent, first_code, last_code)
                    values (?, ?, ?, ?, ?, ?) on conflict do nothing""", rows);
        } catch (IOException e) {
            throw new UncheckedIOException(LIST, e);
        }
    }

    private static Object[] row(String line) {
        String[] cells = line.split(",", -1);
        return new Object[] {
            cells[0],
            cells[1],
            cells[2],
            cells[3].isEmpty() ? null : cells[3],
            Divisions.edge(cells[0], cells[2], '0'),
            Divisions.edge(cells[0], cells[2], '9')
        };
    }
}
