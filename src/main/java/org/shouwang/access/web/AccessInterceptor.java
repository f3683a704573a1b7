package org.shouwang.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actors;
import org.shouwang.access.OpenToAll;
import org.shouwang.access.RefusedActs;
import org.shouwang.access.Requires;
import org.shouwang.web.Refusal;
import org.shouwang.web.Why;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Asks the access matrix before any handler of ours runs. A handler that names no act answers nobody. */
@Component
class AccessInterceptor implements HandlerInterceptor {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Access access;
    private final Actors actors;
    private final RefusedActs refused;

    AccessInterceptor(Access access, Actors actors, RefusedActs refused) {
        this.access = access;
        this.actors = actors;
        this.refused = refused;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            judge(method, request);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        boolean shut = response.getStatus() == HttpServletResponse.SC_NOT_FOUND
                || response.getStatus() == HttpServletResponse.SC_FORBIDDEN;
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (shut && pattern != null && handler instanceof HandlerMethod method && isOurs(method)) {
            String door = request.getMethod() + " " + pattern;
            actors.find().ifPresent(actor -> refused.write(actor, door, tried(request)));
        }
    }

    /** Only what has the form of an id: a path may hold anything somebody typed. */
    private static @Nullable String tried(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables.values().stream()
                        .map(String::valueOf)
                        .filter(value -> ID.matcher(value).matches())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private void judge(HandlerMethod method, HttpServletRequest request) {
        if (annotation(method, OpenToAll.class) != null) {
            return;
        }
        Requires requires = annotation(method, Requires.class);
        if (requires == null) {
            throw Refusal.forbidden("unnamed");
        }
        request.setAttribute(Why.ASKED, requires.value());
        actors.current();
        access.require(requires.value());
    }

    /** Error pages answer whoever got here: what they may say is already decided. */
    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.shouwang")
                && !ErrorController.class.isAssignableFrom(method.getBeanType());
    }

    private static <A extends java.lang.annotation.Annotation> @Nullable A annotation(
            HandlerMethod method, Class<A> type) {
        A onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type);
        return onMethod != null ? onMethod : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }
}
