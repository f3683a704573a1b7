package org.shouwang.measure;

import java.time.LocalDate;
import java.util.UUID;
import org.shouwang.casefile.ReturnOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A court that restores guardianship gives the child back. */
@Component
class RestoredByCourt implements ReturnOrder {

    private final JdbcClient jdbc;

    RestoredByCourt(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean restoredSince(UUID caseId, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from restoration
                                       where case_id = ? and decision = 'restored' and decided_on >= ?)""").params(caseId, day).query(Boolean.class).single();
    }
}
