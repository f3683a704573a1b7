package org.shouwang.access.web;

import jakarta.servlet.http.HttpServletResponse;
import org.shouwang.access.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people wait while Keycloak does not answer yet; the page asks again by itself and takes them on. */
@Controller
class LoginWaitsController {

    private static final String SECONDS = "3";

    private final LoginEntryPoint login;

    LoginWaitsController(LoginEntryPoint login) {
        this.login = login;
    }

    @GetMapping("/login-waits")
    @OpenToAll
    String waits(HttpServletResponse response) {
        if (login.loginAnswers()) {
            return "redirect:" + LoginEntryPoint.LOGIN;
        }
        response.setHeader("Refresh", SECONDS);
        return "web/login-starting";
    }
}
