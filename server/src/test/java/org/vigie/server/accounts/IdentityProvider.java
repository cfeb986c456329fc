package org.vigie.server.accounts;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.server.http.Json;

/** A small identity provider (EXERCISE), honest until it is told to lie. */
public final class IdentityProvider implements AutoCloseable {

  public static final String CLIENT = "vigie-exercise";
  public static final String SECRET = "exercise-secret-of-at-least-256-bits";

  /** What is wrong with its ID tokens. */
  public enum Lie {
    NONE,
    NONCE,
    AUDIENCE,
    ISSUER,
    SIGNATURE,
    ALG_NONE,
    HS256,
    EXPIRED
  }

  public volatile Lie lie = Lie.NONE;
  public volatile String subject = "amina-at-home";
  private volatile String tokenPath = "/token";
  private final RSAKey key = key();
  private final RSAKey other = key();
  private final HttpServer server;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private volatile int codesGiven;

  public IdentityProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", x -> send(x, 200, configuration()));
    server.createContext("/jwks", x -> send(x, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/authorize", this::page);
    server.createContext("/token", this::token);
    server.createContext(
        "/elsewhere",
        x -> {
          x.getResponseHeaders().set("Location", issuer() + "/token");
          send(x, 307, "");
        });
    server.start();
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  OidcSettings settings() {
    return new OidcSettings(URI.create(issuer()), CLIENT, SECRET);
  }

  /** From now on the token endpoint sends its callers on. */
  void redirectTokens() {
    tokenPath = "/elsewhere";
  }

  /** What a person sees there: one button that sends the browser back with a code. */
  private void page(HttpExchange exchange) throws IOException {
    Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
    String back =
        query.get("redirect_uri")
            + "?code="
            + authorize(exchange.getRequestURI())
            + "&amp;state="
            + query.get("state");
    send(
        exchange,
        200,
        "text/html",
        "<!doctype html><title>EXERCISE provider</title><link rel='icon' href='data:,'><h1>EXERCISE"
            + " identity provider</h1><p><a id='allow' href='"
            + back
            + "'>Sign in</a></p>");
  }

  /** Somebody signs in at the provider: from the address a browser was sent to, a code. */
  String authorize(URI sentTo) {
    Map<String, String> query = parameters(sentTo.getRawQuery());
    String code = "code-" + ++codesGiven;
    codes.put(code, query);
    return code;
  }

  static Map<String, String> parameters(String encoded) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : encoded.split("&", -1)) {
      String[] both = pair.split("=", 2);
      parameters.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private String configuration() throws IOException {
    return Json.MAPPER.writeValueAsString(
        Map.of(
            "issuer",
            issuer(),
            "authorization_endpoint",
            issuer() + "/authorize",
            "token_endpoint",
            issuer() + tokenPath,
            "jwks_uri",
            issuer() + "/jwks",
            "response_types_supported",
            new String[] {"code"},
            "subject_types_supported",
            new String[] {"public"},
            "id_token_signing_alg_values_supported",
            new String[] {"RS256"}));
  }

  /** Gives an ID token for a code, once, to the client that holds the secret and the verifier. */
  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    try {
      boolean right =
          asked != null
              && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
              && "S256".equals(asked.get("code_challenge_method"))
              && asked.get("redirect_uri").equals(form.get("redirect_uri"))
              && asked.get("code_challenge").equals(challenge(form.get("code_verifier")));
      send(
          exchange,
          right ? 200 : 400,
          right
              ? Json.MAPPER.writeValueAsString(
                  Map.of(
                      "access_token", "unused", "token_type", "Bearer", "id_token", idToken(asked)))
              : "{\"error\": \"invalid_grant\"}");
    } catch (Exception broken) {
      throw new IOException(broken);
    }
  }

  private String idToken(Map<String, String> asked) throws Exception {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(lie == Lie.ISSUER ? "https://other.example" : issuer())
            .audience(lie == Lie.AUDIENCE ? "another-client" : CLIENT)
            .subject(subject)
            .claim("nonce", lie == Lie.NONCE ? "another-nonce" : asked.get("nonce"))
            .issueTime(Date.from(now.minusSeconds(lie == Lie.EXPIRED ? 7200 : 0)))
            .expirationTime(Date.from(now.plusSeconds(lie == Lie.EXPIRED ? -3600 : 300)))
            .build();
    if (lie == Lie.ALG_NONE) {
      return new PlainJWT(claims).serialize();
    }
    if (lie == Lie.HS256) {
      SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      jwt.sign(new MACSigner(SECRET));
      return jwt.serialize();
    }
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    jwt.sign(new RSASSASigner(lie == Lie.SIGNATURE ? other : key));
    return jwt.serialize();
  }

  private static String challenge(String verifier) throws Exception {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            MessageDigest.getInstance("SHA-256")
                .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("exercise").generate();
    } catch (com.nimbusds.jose.JOSEException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    send(exchange, status, "application/json", body);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
