package org.shouwang.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.KeptForms;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A form of ours that came with a token nobody knows any more: the login ran out while somebody typed. Leads back to
 * the form, through the login where there is none, and keeps what was typed on the way.
 *
 * <p>Only what a browser says comes from our own pages: another site's form must not find its text in ours.
 */
@Component
class ExpiredForm implements AccessDeniedHandler {

    /** A form with drafts of its own goes back to its page; every other one is shown for sending again. */
    private static final Pattern TASK = Pattern.compile("(/tasks/[^/]+)/(?:complete|draft)");

    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();
    private final KeptForms forms;

    ExpiredForm(KeptForms forms) {
        this.forms = forms;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (!(denied instanceof CsrfException) || inBackground(request) || !isFromHere(request)) {
            refusal.handle(request, response, denied);
            return;
        }
        String form = form(request);
        boolean kept = forms.keep(request, form == null ? SentAgainController.PATH : form);
        if (form == null) {
            form = kept ? SentAgainController.PATH : pageBefore(request);
        }
        // Not sendRedirect: with a status it goes past the session's filter, and the cookie would be missing.
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + form);
    }

    static boolean inBackground(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null || "fetch".equals(request.getHeader("X-Requested-With"));
    }

    private static boolean isFromHere(HttpServletRequest request) {
        return origin(request).equals(request.getHeader(HttpHeaders.ORIGIN));
    }

    private static String origin(HttpServletRequest request) {
        URI here = URI.create(request.getRequestURL().toString());
        return here.getScheme() + "://" + here.getAuthority();
    }

    /** The page that shows what was typed in its own form; null where the form has none. */
    private static @Nullable String form(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Matcher task = TASK.matcher(path);
        if (task.matches()) {
            return task.group(1);
        }
        return path.equals("/report") ? path : null;
    }

    private static String pageBefore(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        String path = referer != null && referer.startsWith(origin(request) + "/") ? path(referer) : null;
        return path == null || request.getRequestURI().endsWith("/logout") ? "/" : path;
    }

    private static @Nullable String path(String address) {
        String path = UriComponentsBuilder.fromUriString(address).build().getPath();
        return path == null || path.startsWith("//") ? null : path;
    }
}
