package org.shouwang.rowsecurity;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What the database shows the running transaction beyond its officer's own reach. Opening is for those who have judged:
 * the holder of a task, the process that works on a case, whoever has just made it.
 */
@Component
public class RowIdentity {

    private static final String OPENED = RowIdentity.class.getName() + ".opened";
    private static final String SELF = RowIdentity.class.getName() + ".self";
    private static final ThreadLocal<@Nullable RowService> SERVICE = new ThreadLocal<>();

    private final JdbcTemplate jdbc;

    public RowIdentity(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Opens a case, a report or a person with all that hangs on it: in a request to its end, else in this transaction. */
    public void open(UUID subject) {
        add("opened", OPENED, subject);
    }

    /** As {@link #open(UUID)}, several at once. */
    public void open(Collection<UUID> subjects) {
        add("opened", OPENED, subjects);
    }

    /** The officer is known by another id as well, under which his or her own rows stand. */
    public void alsoKnownAs(UUID pseudonym) {
        add("self", SELF, pseudonym);
    }

    /** Does something as a named service, at once or in the transactions it begins. */
    public <T extends @Nullable Object> T as(RowService service, Supplier<T> work) {
        RowService before = SERVICE.get();
        SERVICE.set(service);
        try {
            set(service);
            return work.get();
        } finally {
            SERVICE.set(before);
            setBack(before);
        }
    }

    private void add(String setting, String attribute, UUID id) {
        add(setting, attribute, List.of(id));
    }

    private void add(String setting, String attribute, Collection<UUID> ids) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        UUID[] fresh = ids.stream()
                .filter(id -> request == null || remembered(request, attribute).add(id))
                .toArray(UUID[]::new);
        if (fresh.length > 0 && TransactionSynchronizationManager.isActualTransactionActive()) {
            jdbc.queryForObject(
                    "select set_config('app." + setting + "', cast(current_setting('app." + setting
                            + "')::uuid[] || ? as text), true)",
                    String.class,
                    (Object) fresh);
        }
    }

    private void setBack(@Nullable RowService before) {
        try {
            set(before);
        } catch (DataAccessException e) {
            // The work has failed in the database: the transaction is over, and its settings with it.
        }
    }

    private void set(@Nullable RowService service) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            jdbc.queryForObject("select set_config('app.service', ?, true)", String.class, key(service));
        }
    }

    /** For whom work that no officer stands behind is done, as the setting {@code app.service}. */
    public static String service() {
        return key(SERVICE.get());
    }

    /**
     * What is open to this request so far, as {@code uuid[]}.
     *
     * @param running what is open from its beginning
     */
    public static String opened(String running) {
        return remembered(OPENED, running.substring(1, running.length() - 1));
    }

    /**
     * The ids under which the officer's own rows stand, as {@code uuid[]}.
     *
     * @param officer those known without this
     */
    public static String self(String officer) {
        return remembered(SELF, officer.substring(1, officer.length() - 1));
    }

    private static String key(@Nullable RowService service) {
        return service == null ? "none" : service.key();
    }

    private static String remembered(String attribute, String first) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Set<UUID> ids = request == null ? Set.of() : remembered(request, attribute);
        String rest = ids.stream().map(UUID::toString).collect(Collectors.joining(","));
        return "{" + first + (first.isEmpty() || rest.isEmpty() ? "" : ",") + rest + "}";
    }

    @SuppressWarnings("unchecked") // nobody else writes under this name
    private static Set<UUID> remembered(RequestAttributes request, String attribute) {
        Set<UUID> ids = (Set<UUID>) request.getAttribute(attribute, RequestAttributes.SCOPE_REQUEST);
        if (ids == null) {
            ids = new LinkedHashSet<>();
            request.setAttribute(attribute, ids, RequestAttributes.SCOPE_REQUEST);
        }
        return ids;
    }
}
