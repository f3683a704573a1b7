package org.shouwang.access;

import java.util.Optional;
import java.util.UUID;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The officer of the request being served, known without a query once {@link Actors} has looked him or her up. */
final class CurrentOfficer {

    private CurrentOfficer() {}

    static Optional<UUID> id() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(Actors.CACHED, RequestAttributes.SCOPE_REQUEST) instanceof Actor actor
                ? Optional.of(actor.officer().id())
                : Optional.empty();
    }
}
