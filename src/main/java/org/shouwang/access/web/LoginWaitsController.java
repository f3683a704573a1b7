package org.shouwang.access.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.OpenToAll;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people come to while Keycloak does not answer: to wait for their login, or after they have logged out. */
@Controller
class LoginWaitsController {

    private static final String SECONDS = "3";

    private final LoginEntryPoint login;

    LoginWaitsController(LoginEntryPoint login) {
        this.login = login;
    }

    /**
     * The page asks again by itself and takes people on.
     *
     * @param failed when a login was begun and came to nothing: tried again by a person, not round and round by itself
     */
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

    /** Logged out here, but not at Keycloak: whoever shares the computer is told to close the browser. */
    @GetMapping("/logged-out")
    @OpenToAll
    String loggedOut() {
        return "web/logged-out";
    }
}
