package org.shouwang.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody sent when the login had run out, kept over the new login until the form is shown again. It waits in the
 * session, sealed, goes to the same officer only and only once.
 */
@Component
public class KeptForms {

    /** The form's field that says whose text it is. */
    public static final String BY = "_by";

    private static final String PLACE = "session.kept_form";
    private static final int MOST = 300_000;

    /** Survives the way into the session table and back. */
    private record Sealed(UUID id, byte[] text) implements java.io.Serializable {}

    /**
     * @param path of the page that shows it again
     * @param action where it was sent to
     */
    record Kept(String path, String action, Map<String, List<String>> typed) {}

    /** What was sent, and where to. */
    public record Sent(String action, MultiValueMap<String, String> typed) {}

    private final Secrecy secrecy;
    private final JsonMapper json;

    KeptForms(Secrecy secrecy, JsonMapper json) {
        this.secrecy = secrecy;
        this.json = json;
    }

    /**
     * Keeps what this request brings for the form at {@code path}; more than a form can hold is not kept.
     *
     * @return whether it is kept
     */
    public boolean keep(HttpServletRequest request, String path) {
        LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, Arrays.asList(values)));
        typed.remove("_csrf");
        String text = json.writeValueAsString(new Kept(path, path(request), typed));
        if (text.length() > MOST || !typed.containsKey(BY)) {
            return false;
        }
        UUID id = UUID.randomUUID();
        request.getSession().setAttribute(PLACE, new Sealed(id, secrecy.seal(PLACE, id, text)));
        return true;
    }

    /** What this officer had sent from the form at this path; gone from here with the answer. */
    public Optional<MultiValueMap<String, String>> take(HttpServletRequest request, Actor actor) {
        return sent(request, actor).map(Sent::typed);
    }

    /** As {@link #take}, with the address it was sent to. */
    public Optional<Sent> sent(HttpServletRequest request, Actor actor) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(PLACE) instanceof Sealed sealed)) {
            return Optional.empty();
        }
        Kept kept = json.readValue(secrecy.open(PLACE, sealed.id(), sealed.text()), Kept.class);
        if (!kept.path().equals(path(request))) {
            return Optional.empty();
        }
        session.removeAttribute(PLACE);
        LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>(kept.typed());
        return actor.officer().id().toString().equals(first(typed))
                ? Optional.of(new Sent(kept.action(), typed))
                : Optional.empty();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static @Nullable String first(MultiValueMap<String, String> typed) {
        return typed.getFirst(BY);
    }
}
