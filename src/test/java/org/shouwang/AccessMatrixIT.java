package org.shouwang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwang.testing.ShouwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everybody of the demo at every door. The table is written by hand from what each role is for, not derived from the
 * access matrix: a slip in the matrix shows here.
 */
@ShouwangTest
class AccessMatrixIT {

    private static final String POST = "POST ";
    private static final ClassPathResource TABLE = new ClassPathResource("org/shouwang/access-expected.csv");

    private final RequestMappingHandlerMapping handlers;
    private final MockMvc mvc;

    @Autowired
    AccessMatrixIT(WebApplicationContext context, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.handlers = requestMappingHandlerMapping;
        this.mvc = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(context.getBean("springSecurityFilterChain", jakarta.servlet.Filter.class))
                .build();
    }

    /** One door with what each person gets there. */
    record Door(String path, Map<String, Integer> expected) {

        @Override
        public String toString() {
            return path;
        }
    }

    static List<Door> doors() throws IOException {
        List<String> lines =
                TABLE.getContentAsString(StandardCharsets.UTF_8).lines().toList();
        String[] people = lines.get(0).split(",");
        return lines.stream().skip(1).map(line -> door(people, line.split(","))).toList();
    }

    private static Door door(String[] people, String[] cells) {
        Map<String, Integer> expected = new LinkedHashMap<>();
        for (int i = 1; i < people.length; i++) {
            expected.put(people[i], Integer.valueOf(cells[i]));
        }
        return new Door(cells[0], expected);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void opensToWhomItShould(Door door) throws Exception {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (String person : door.expected().keySet()) {
            found.put(person, answer(as(person, asked(door.path()))).getStatus());
        }
        assertThat(found).isEqualTo(door.expected());
    }

    @ParameterizedTest
    @MethodSource("doors")
    void asksWhoIsThere(Door door) throws Exception {
        MockHttpServletResponse answer = answer(asked(door.path()));
        if (door.path().contains("/api/")) {
            assertThat(answer.getStatus()).isEqualTo(401);
        } else {
            assertThat(answer.getStatus()).isEqualTo(302);
            assertThat(answer.getRedirectedUrl()).isEqualTo("/oauth2/authorization/keycloak");
        }
    }

    @Test
    void leavesOutNoDoor() throws IOException {
        Set<String> listed = doors().stream()
                .map(Door::path)
                .filter(path -> !path.startsWith(POST))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ours = new TreeSet<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (Doors.areOurs(handler)
                    && mapping.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET))) {
                mapping.getPatternValues().stream()
                        .filter(path -> !path.contains("{"))
                        .forEach(ours::add);
            }
        });
        assertThat(listed).isEqualTo(ours);
    }

    private static MockHttpServletRequestBuilder asked(String path) {
        if (path.startsWith(POST)) {
            return post(path.substring(POST.length()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"q\": \"韦小满\"}");
        }
        return get(path).accept(path.startsWith("/api/") ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML);
    }

    private static MockHttpServletRequestBuilder as(String person, MockHttpServletRequestBuilder request) {
        Jwt token = Jwt.withTokenValue("of the test")
                .header("alg", "none")
                .claim("preferred_username", person)
                .issuedAt(Instant.EPOCH)
                .build();
        return request.requestAttr(
                RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME,
                new SecurityContextImpl(new JwtAuthenticationToken(token, List.of(), person)));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }
}
