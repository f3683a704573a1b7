package org.shouwang.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shouwang.testing.Api;
import org.shouwang.testing.Api.Answer;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Tokens;
import org.shouwang.testing.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tokens somebody made, changed, or took from where they belong: none opens a door that the genuine one opens. */
@ShouwangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedTokensIT {

    private static final Logger LOG = LoggerFactory.getLogger(ForgedTokensIT.class);
    private static final String DOOR = "/api/v1/cases?limit=1";
    private static final List<String> DOORS =
            List.of(DOOR, "/api/v1/tasks", "/api/v1/supervision/board", "/api/v1/journal/verification");

    private SignedJWT genuine;
    private RSAKey own;

    @BeforeAll
    void takeOne() throws ParseException, JOSEException {
        genuine = SignedJWT.parse(Tokens.of("county"));
        own = new RSAKeyGenerator(2048).keyID(genuine.getHeader().getKeyID()).generate();
    }

    @Test
    void opensNothing() throws Exception {
        assertThat(status(genuine.serialize(), DOOR)).as("the genuine one").isEqualTo(200);
        Map<String, String> forged = forged();
        forged.forEach((what, token) -> DOORS.forEach(
                door -> assertThat(status(token, door)).as(what + " at " + door).isEqualTo(401)));
        LOG.info("{} forged tokens at {} doors", forged.size(), DOORS.size());
    }

    /** A genuine token in a place where it would be written down on its way. */
    @Test
    void isTakenFromTheHeaderOnly() {
        String token = genuine.serialize();
        assertThat(Api.anonymous().get(DOOR + "&access_token=" + token).status())
                .isEqualTo(401);
        assertThat(Api.anonymous()
                        .get(DOOR, "Cookie", "Authorization=" + token + "; access_token=" + token)
                        .status())
                .isEqualTo(401);
        assertThat(Api.anonymous()
                        .send(
                                "POST",
                                "/api/v1/cases/search",
                                BodyPublishers.ofString("access_token=" + token),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(401);
    }

    /** Who somebody is comes from Keycloak, what he or she may from the posts: a claim of a role is worth nothing. */
    @Test
    void neverSaysWhatSomebodyMay() throws ParseException {
        assertThat(SignedJWT.parse(Tokens.of("statistics"))
                        .getJWTClaimsSet()
                        .getJSONObjectClaim("realm_access")
                        .toString())
                .contains("statistics");
        assertThat(status(Tokens.of("statistics"), DOOR)).isEqualTo(403);
    }

    private Map<String, String> forged() throws Exception {
        JWTClaimsSet claims = genuine.getJWTClaimsSet();
        Map<String, String> forged = new LinkedHashMap<>();
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            forged.put("alg " + none, text("{\"alg\":\"" + none + "\"}") + "." + payload(claims) + ".");
        }
        forged.put("no signature", genuine.getHeader().toBase64URL() + "." + payload(claims) + ".");
        forged.put("own key", signed(header().build(), claims, new RSASSASigner(own)));
        forged.put(
                "own key in the header",
                signed(header().jwk(own.toPublicJWK()).build(), claims, new RSASSASigner(own)));
        forged.put(
                "own key at an address",
                signed(header().jwkURL(URI.create("http://127.0.0.1:9/certs")).build(), claims, new RSASSASigner(own)));
        forged.put("public key as a secret", confused(claims));
        forged.put(
                "another issuer",
                signed(
                        header().build(),
                        other(claims)
                                .issuer("http://127.0.0.1:9/realms/shouwang")
                                .build(),
                        new RSASSASigner(own)));
        forged.put(
                "another name",
                changed(other(claims).claim("preferred_username", "admin").build()));
        forged.put(
                "another role",
                changed(other(claims)
                        .claim("realm_access", Map.of("roles", List.of("admin", "auditor")))
                        .build()));
        forged.put(
                "another division",
                changed(other(claims).claim("division", "450000000000").build()));
        forged.put(
                "a longer life",
                changed(other(claims)
                        .expirationTime(new java.util.Date(Long.MAX_VALUE / 1000))
                        .build()));
        Answer answer = grant();
        forged.put("an id token", answer.json().path("id_token").asString());
        forged.put("a refresh token", answer.json().path("refresh_token").asString());
        return forged;
    }

    /** The server's public key as the secret of an HMAC: for decoders that believe the header. */
    private String confused(JWTClaimsSet claims) throws Exception {
        RSAKey key = JWKSet.load(URI.create(TestParts.running().issuer() + "/protocol/openid-connect/certs")
                        .toURL())
                .getKeyByKeyId(genuine.getHeader().getKeyID())
                .toRSAKey();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        return signed(header, claims, new MACSigner(key.toRSAPublicKey().getEncoded()));
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(genuine.getHeader().getKeyID())
                .type(JOSEObjectType.JWT);
    }

    private static JWTClaimsSet.Builder other(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    private String changed(JWTClaimsSet claims) {
        return genuine.getHeader().toBase64URL() + "." + payload(claims) + "." + genuine.getSignature();
    }

    private static String payload(JWTClaimsSet claims) {
        return text(claims.toString());
    }

    private static String text(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    /** All that Keycloak hands out with an access token. */
    private static Answer grant() {
        String form = Visitor.encoded(Map.of(
                "grant_type", "password",
                "client_id", "shouwang-cli",
                "scope", "openid",
                "username", "county",
                "password", Tokens.PASSWORD));
        return Visitor.nobody()
                .follow(Visitor.request(TestParts.running().issuer() + "/protocol/openid-connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private static int status(String token, String door) {
        return Api.anonymous().get(door, "Authorization", "Bearer " + token).status();
    }
}
