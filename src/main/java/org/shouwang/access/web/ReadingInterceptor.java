package org.shouwang.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shouwang.access.Actors;
import org.shouwang.access.ReadingLimit;
import org.shouwang.access.Requires;
import org.shouwang.web.Refusal;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Counts every file somebody asks to see, by page or API, before the handler looks whether it is theirs. */
@Component
class ReadingInterceptor implements HandlerInterceptor {

    /** Acts by which a file is opened; its id is the path's. */
    private static final Set<String> OPENING = Set.of("case.read", "person.read", "report.read");

    private static final Pattern FILE = Pattern.compile("^(?:/api/v1)?/(?:cases|persons|reports|conflicts)/\\{id\\}");

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ReadingLimit limit;
    private final Actors actors;

    ReadingInterceptor(ReadingLimit limit, Actors actors) {
        this.limit = limit;
        this.actors = actors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && opens(method)) {
            opened(request).ifPresent(id -> {
                if (!limit.opens(actors.current(), id)) {
                    throw Refusal.tooMuchRead();
                }
            });
        }
        return true;
    }

    private static boolean opens(HandlerMethod method) {
        Requires requires = method.getMethodAnnotation(Requires.class);
        return requires != null && OPENING.contains(requires.value())
                || method.hasMethodAnnotation(GetMapping.class) && ofAFile(method);
    }

    /** Whatever else shows something of one case, person or report: its supervision, its consents, its conflicts. */
    private static boolean ofAFile(HandlerMethod method) {
        GetMapping mapping = Objects.requireNonNull(method.getMethodAnnotation(GetMapping.class));
        RequestMapping of = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequestMapping.class);
        String base = of == null ? "" : String.join("", of.path());
        return Stream.of(mapping.path())
                .anyMatch(path -> FILE.matcher(base + path).find());
    }

    private static Optional<UUID> opened(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
                        && path.get("id") instanceof String id
                        && ID.matcher(id).matches()
                ? Optional.of(UUID.fromString(id))
                : Optional.empty();
    }
}
