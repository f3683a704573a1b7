package org.shouwang;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets records be read from rows that hold arrays: a {@code text[]} column is a list of strings. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcOperations operations) {
        DefaultConversionService conversion = new DefaultConversionService();
        conversion.addConverter(Array.class, List.class, DatabaseConfiguration::list);
        return JdbcClient.create(operations, conversion);
    }

    private static List<?> list(Array array) {
        try {
            return List.of((Object[]) array.getArray());
        } catch (SQLException e) {
            throw new IllegalStateException("unreadable array", e);
        }
    }
}
