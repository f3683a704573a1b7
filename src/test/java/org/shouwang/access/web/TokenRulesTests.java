package org.shouwang.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** What is wrong with a token although the right key signed it: only one issuer, one audience, and now. */
class TokenRulesTests {

    private HttpServer keys;
    private RSAKey key;
    private String issuer;
    private JwtDecoder decoder;

    @BeforeEach
    void serveKeys() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] set = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        issuer = "http://127.0.0.1:" + keys.getAddress().getPort();
        keys.createContext("/protocol/openid-connect/certs", exchange -> {
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        keys.start();
        decoder = new LoginConfiguration(issuer).jwtDecoder();
    }

    @AfterEach
    void stop() {
        keys.stop(0);
    }

    @Test
    void takesOneMadeForUs() throws JOSEException {
        assertThat(decoder.decode(signed(claims(), JWSAlgorithm.RS256)).getSubject())
                .isEqualTo("somebody");
    }

    @Test
    void takesNoneMadeForAnother() throws JOSEException {
        refused(claims().audience("account"));
        refused(claims().audience(List.of("shouwang-web", "shouwang-cli")));
        refused(claims().audience((String) null));
    }

    @Test
    void takesNoneOfAnotherIssuer() throws JOSEException {
        refused(claims().issuer(issuer + "/"));
        refused(claims().issuer(null));
    }

    @Test
    void takesNoneBeforeOrAfterItsTime() throws JOSEException {
        refused(claims().expirationTime(Date.from(Instant.now().minusSeconds(120))));
        refused(claims().notBeforeTime(Date.from(Instant.now().plusSeconds(600))));
    }

    @Test
    void takesNoneSignedInAnotherWay() throws JOSEException {
        String token = signed(claims().build(), JWSAlgorithm.PS256);
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    private void refused(JWTClaimsSet.Builder claims) throws JOSEException {
        String token = signed(claims.build(), JWSAlgorithm.RS256);
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("somebody")
                .audience("shouwang-api")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private String signed(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm) throws JOSEException {
        return signed(claims.build(), algorithm);
    }

    private String signed(JWTClaimsSet claims, JWSAlgorithm algorithm) throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("k1").build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
