package org.shouwang;

import org.shouwang.access.OpenToAll;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;

/** Which handlers the hand-written tables have to name: all of ours but those open to everybody. */
final class Doors {

    private Doors() {}

    static boolean areOurs(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("org.shouwang")
                && !ErrorController.class.isAssignableFrom(handler.getBeanType())
                && !handler.hasMethodAnnotation(OpenToAll.class)
                && !handler.getBeanType().isAnnotationPresent(OpenToAll.class);
    }
}
