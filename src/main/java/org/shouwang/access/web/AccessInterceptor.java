package org.shouwang.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actors;
import org.shouwang.access.OpenToAll;
import org.shouwang.access.Requires;
import org.shouwang.web.Refusal;
import org.shouwang.web.Why;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks the access matrix before any handler of ours runs. A handler that names no act answers nobody. */
@Component
class AccessInterceptor implements HandlerInterceptor {

    private final Access access;
    private final Actors actors;

    AccessInterceptor(Access access, Actors actors) {
        this.access = access;
        this.actors = actors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            judge(method, request);
        }
        return true;
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
