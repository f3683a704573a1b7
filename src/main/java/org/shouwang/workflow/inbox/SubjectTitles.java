package org.shouwang.workflow.inbox;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.workflow.WorkSubject;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Whom a case or report is about: in clear where it is open, sealed where it is restricted. */
@Component
public class SubjectTitles {

    private static final String PLACE = "work_subject.title";
    private static final String TITLE = "title";

    private final Secrecy secrecy;

    SubjectTitles(Secrecy secrecy) {
        this.secrecy = secrecy;
    }

    @Nullable
    String clear(WorkSubject subject) {
        return open(subject) ? subject.title() : null;
    }

    byte @Nullable [] sealed(WorkSubject subject) {
        return open(subject) ? null : seal(subject);
    }

    byte[] seal(WorkSubject subject) {
        return secrecy.seal(PLACE, subject.id(), subject.title());
    }

    private static boolean open(WorkSubject subject) {
        return subject.sealedClass().equals("open");
    }

    /**
     * Reads rows that have a {@code title} into records.
     *
     * @param type a record; its rows also have {@code title_sealed}, and the subject's id as {@code title_of}
     */
    public <T> RowMapper<T> rows(Class<T> type) {
        return new Titled<>(type);
    }

    private final class Titled<T> extends DataClassRowMapper<T> {

        Titled(Class<T> type) {
            super(type);
        }

        @Override
        protected @Nullable Object getColumnValue(ResultSet row, int index, Class<?> type) throws SQLException {
            if (row.getMetaData().getColumnLabel(index).equals(TITLE)) {
                byte[] sealed = row.getBytes("title_sealed");
                return sealed == null
                        ? row.getString(index)
                        : secrecy.open(PLACE, row.getObject("title_of", UUID.class), sealed);
            }
            Object value = super.getColumnValue(row, index, type);
            if (value instanceof Timestamp at) {
                return at.toInstant();
            }
            return value instanceof Array array ? array.getArray() : value;
        }
    }
}
