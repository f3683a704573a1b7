package org.shouwang.access.web;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Two ways in: bearer tokens for {@code /api}, a session after login at Keycloak for pages. Both only say who somebody
 * is; what he or she may do, {@link AccessInterceptor} and the services ask of the access matrix.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self' %s; "
            + "manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** A photo comes from the phone's own chooser; nothing else of the device is ours to ask for. */
    private static final String NO_DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    /** What needs no login: the paths of {@code @OpenToAll} handlers. */
    static final String[] OPEN_PAGES = {"/", "/track/**", "/leave", "/login-waits", "/logged-out"};

    static final String[] OPEN_API = {"/api/v1/public/**"};

    /** What needs no login and is nobody's handler. */
    private static final String[] OPEN_FILES = {
        "/webjars/**", "/css/**", "/js/**", "/img/**", "/favicon.ico", "/error", "/actuator/health/**"
    };

    private final AccessInterceptor interceptor;
    private final ReadingInterceptor reading;
    private final String contentSecurityPolicy;

    SecurityConfiguration(
            AccessInterceptor interceptor, ReadingInterceptor reading, @Value("${shouwang.issuer}") URI issuer) {
        this.interceptor = interceptor;
        this.reading = reading;
        // Browsers hold a form to its whole chain of redirects, and logging out ends at Keycloak.
        this.contentSecurityPolicy =
                CONTENT_SECURITY_POLICY.formatted(issuer.getScheme() + "://" + issuer.getAuthority());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(interceptor);
        registry.addInterceptor(reading);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, AuthenticationEntryPoint unauthenticated, AccessDeniedHandler denied)
            throws Exception {
        return http.securityMatcher("/api/**", "/v3/api-docs/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_API)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(denied)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(byUsername())))
                .headers(this::headers)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            LoginEntryPoint login,
            FreshLogin fresh,
            LoggedOutElsewhere elsewhere,
            ExpiredForm expired)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_PAGES)
                        .permitAll()
                        .requestMatchers(OPEN_FILES)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // Asking with a code changes nothing: no token that could run out while somebody looks for the receipt
                .csrf(csrf -> csrf.ignoringRequestMatchers("/track"))
                // A page of ours, or the framework would show its own in place of where a failed login leads
                .oauth2Login(in -> in.loginPage("/login-waits")
                        .failureHandler(fresh)
                        .authorizationEndpoint(
                                ask -> ask.authorizationRequestResolver(FreshLogin.requests(registrations)))
                        .userInfoEndpoint(told -> told.oidcUserService(fresh)))
                .oauth2Client(Customizer.withDefaults())
                .oidcLogout(out ->
                        out.oidcSessionRegistry(elsewhere).backChannel(channel -> channel.logoutHandler(elsewhere)))
                .exceptionHandling(handling -> handling
                        // Autosave and searches ask in the background: they get a 401 to show, not a login page to
                        // swallow
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), ExpiredForm::inBackground)
                        .defaultAuthenticationEntryPointFor(
                                login, new MediaTypeRequestMatcher(MediaType.TEXT_HTML, MediaType.ALL))
                        .accessDeniedHandler(expired))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .logout(out -> out.logoutSuccessHandler(logout(registrations, login)))
                .headers(this::headers)
                .build();
    }

    /** Out of Keycloak as well; while it does not answer, to a page of ours that says what is still open there. */
    private static LogoutSuccessHandler logout(ClientRegistrationRepository registrations, LoginEntryPoint login) {
        OidcClientInitiatedLogoutSuccessHandler everywhere = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        everywhere.setPostLogoutRedirectUri("{baseUrl}/");
        return (request, response, authentication) -> {
            if (login.loginAnswers()) {
                everywhere.onLogoutSuccess(request, response, authentication);
            } else {
                response.sendRedirect(request.getContextPath() + "/logged-out");
            }
        };
    }

    /** Where a login leads back to: what a person opened, not what a page asked in the background. */
    private static RequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        RequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        cache.setRequestMatcher(request ->
                request.getMethod().equals("GET") && !ExpiredForm.inBackground(request) && html.matches(request));
        return cache;
    }

    private static JwtAuthenticationConverter byUsername() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setPrincipalClaimName("preferred_username");
        return converter;
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
                .crossOriginResourcePolicy(policy ->
                        policy.policy(CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy ->
                        policy.policy(CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
