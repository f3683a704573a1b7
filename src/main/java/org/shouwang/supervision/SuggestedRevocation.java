package org.shouwang.supervision;

import java.util.UUID;
import org.shouwang.casefile.RevocationAdvice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A procuratorial or judicial suggestion (F26) to apply for revocation stands once it is recorded. */
@Component
class SuggestedRevocation implements RevocationAdvice {

    private final JdbcClient jdbc;

    SuggestedRevocation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean advised(UUID caseId) {
        return jdbc.sql("select exists (select from suggestion where case_id = ? and about = 'revocation')")
                .param(caseId)
                .query(Boolean.class)
                .single();
    }
}
