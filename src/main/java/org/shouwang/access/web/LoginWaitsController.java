package org.shouwang.access.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.OpenToAll;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people wait while Keycloak does not answer yet; the page asks again by itself and takes them on. */
@Controller
class LoginWaitsController {

    private static final String SECONDS = "3";

    private final LoginEntryPoint login;

    LoginWaitsController(LoginEntryPoint login) {
        this.login = login;
    }

    /** @param failed when a login was begun and came to nothing: tried again by a person, not round and round by itself */
    @GetMapping("/login-waits")
    @OpenToAll
    String waits(@RequestParam(required = false) @Nullable String failed, HttpServletResponse response) {
        if (!login.loginAnswers()) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader("Refresh", SECONDS);
            return "web/login-starting";
        }
        return failed == null ? "redirect:" + LoginEntryPoint.LOGIN : "web/login-failed";
    }
}
