package org.shouwang.measure;

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
    public boolean restored(UUID caseId) {
        return jdbc.sql("select exists (select from restoration where case_id = ? and decision = 'restored')")
                .param(caseId)
                .query(Boolean.class)
                .single();
    }
}
