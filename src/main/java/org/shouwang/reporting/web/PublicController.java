package org.shouwang.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import org.shouwang.access.Access;
import org.shouwang.access.OpenToAll;
import org.shouwang.reporting.Reports;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.clock.Rosters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What needs no login: the first page, asking with a tracking code, and the way out. */
@Controller
class PublicController {

    private final Reports reports;
    private final TrackingLimit limit;
    private final Access access;
    private final Rosters rosters;
    private final Clock clock;
    private final URI elsewhere;

    PublicController(
            Reports reports,
            TrackingLimit limit,
            Access access,
            Rosters rosters,
            Clock clock,
            @Value("${shouwang.leave:https://www.weather.com.cn/}") URI elsewhere) {
        this.reports = reports;
        this.limit = limit;
        this.access = access;
        this.rosters = rosters;
        this.clock = clock;
        this.elsewhere = elsewhere;
    }

    @GetMapping("/")
    @OpenToAll
    String start(Model model) {
        if (access.may("inbox.read")) {
            return "redirect:/inbox";
        }
        rosters.onDuty("county-duty", clock.instant()).stream()
                .findFirst()
                .ifPresent(officer -> model.addAttribute("duty", officer.phone()));
        return "reporting/start";
    }

    @GetMapping("/track")
    @OpenToAll
    String ask() {
        return "reporting/track";
    }

    /** The code comes in the body: an address would stay in histories and logs. */
    @PostMapping("/track")
    @OpenToAll
    String track(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            limit.take(request);
        } catch (Refusal tooMany) {
            response.setStatus(tooMany.status().value());
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            model.addAttribute("trouble", tooMany.code());
            return "reporting/track";
        }
        reports.track(code)
                .ifPresentOrElse(
                        found -> model.addAttribute("found", found),
                        () -> model.addAttribute("trouble", "unknown-code"));
        return "reporting/track";
    }

    /** 快速离开: somewhere harmless, with nothing that tells where one came from. */
    @GetMapping("/leave")
    @OpenToAll
    ResponseEntity<Void> leave() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(elsewhere)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
