package org.shouwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What the interface is for programs to read: every door of it stands in the description, with what it takes. */
@ShouwangTest
class OpenApiIT {

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void describesEveryDoor() {
        JsonNode description = Api.as("caseworker").get("/v3/api-docs").json();
        List<String> missing = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(door -> door.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/v1"))
                .forEach(path -> {
                    for (RequestMethod method : door.getMethodsCondition().getMethods()) {
                        JsonNode told = description.path("paths").path(path);
                        if (!told.has(method.name().toLowerCase(java.util.Locale.ROOT))) {
                            missing.add(method + " " + path);
                        }
                    }
                }));
        assertThat(missing).isEmpty();
        JsonNode report = description.path("paths").path("/api/v1/reports").path("post");
        assertThat(report.path("parameters").toString()).contains("Idempotency-Key");
        assertThat(report.has("requestBody")).isTrue();
        assertThat(description.path("paths").propertyNames()).noneMatch(path -> !path.startsWith("/api/v1"));
    }

    @Test
    void isForThoseWhoHaveALogin() {
        assertThat(Api.anonymous().get("/v3/api-docs").status()).isEqualTo(401);
    }
}
