package org.shouwang.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds everybody who asks for what is {@link Costly} to a pace of work; one login has one pace on all its screens. */
@Component
class CostlyInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private static final int CALLERS = 20_000;

    private final RateLimit limit;

    CostlyInterceptor(
            @Value("${shouwang.limits.costly-burst}") int burst,
            @Value("${shouwang.limits.costly-every}") Duration every) {
        this.limit = new RateLimit(burst, every, CALLERS);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Costly.class)) {
            String who = request.getRemoteUser();
            limit.take(who == null ? request.getRemoteAddr() : who);
        }
        return true;
    }
}
