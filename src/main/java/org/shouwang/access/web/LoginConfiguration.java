package org.shouwang.access.web;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The client registration at Keycloak, spelled out: discovery at start would make the application die whenever
 * Keycloak starts later than it does.
 */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

    private static final Duration KEYS_WITHOUT_KEYCLOAK = Duration.ofHours(4);
    /** Whom an access token must be for: one made for another service, or to say who somebody is, opens nothing here. */
    private static final String AUDIENCE = "shouwang-api";

    private static final Duration KEYS_ASKED_AGAIN = Duration.ofSeconds(2);

    private final String issuer;

    LoginConfiguration(@Value("${shouwang.issuer}") String issuer) {
        this.issuer = issuer;
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(@Value("${shouwang.client-secret}") String secret) {
        String protocol = issuer + "/protocol/openid-connect";
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("keycloak")
                .clientId("shouwang-web")
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile")
                .issuerUri(issuer)
                .authorizationUri(protocol + "/auth")
                .tokenUri(protocol + "/token")
                .jwkSetUri(protocol + "/certs")
                .userInfoUri(protocol + "/userinfo")
                .userNameAttributeName("preferred_username")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .providerConfigurationMetadata(Map.of("end_session_endpoint", protocol + "/logout"))
                .build());
    }

    /** Keycloak's keys are kept: whoever has a token goes on working while Keycloak is away. */
    @Bean
    JwtDecoder jwtDecoder() throws MalformedURLException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        URI.create(issuer + "/protocol/openid-connect/certs").toURL())
                .rateLimited(KEYS_ASKED_AGAIN.toMillis())
                .retrying(true)
                .outageTolerant(KEYS_WITHOUT_KEYCLOAK.toMillis())
                .build();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer), new JwtAudienceValidator(AUDIENCE)));
        return decoder;
    }
}
