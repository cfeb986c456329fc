package org.vigie.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.http.Json;
import org.vigie.server.testing.SignedIn;

/** Keys that programs use. */
class TokensTest extends AccountsServerFixture {

  @Test
  void aTokenReadsAsItsOwnerAndNeverMore() throws Exception {
    SignedIn amina = server.signIn("amina");
    var created =
        Json.MAPPER.readTree(
            amina
                .send(
                    amina
                        .request("/api/tokens")
                        .POST(BodyPublishers.ofString("{\"name\": \"map\", \"days\": 1}")))
                .body());
    String token = created.at("/token").asText();
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(("amina:" + token).getBytes("UTF-8"));
    assertThat(withToken("GET", "/name", "Bearer " + token).body()).isEqualTo("amina");
    assertThat(withToken("GET", "/name", basic).body()).isEqualTo("amina");
    assertThat(withToken("GET", "/name", basic.replace("Basic YW", "Basic Yn")).statusCode())
        .isEqualTo(401);
    assertThat(withToken("GET", "/name", "Bearer " + token).headers().firstValue("Set-Cookie"))
        .isEmpty();
    assertThat(withToken("DELETE", "/api/session", "Bearer " + token).statusCode()).isEqualTo(403);
    assertThat(withToken("POST", "/api/tokens", "Bearer " + token).statusCode()).isEqualTo(403);

    server.clock.advance(Duration.ofDays(1));
    assertThat(withToken("GET", "/name", "Bearer " + token).statusCode()).isEqualTo(401);
  }

  @Test
  void aRevokedTokenIsNothingAndAnAdministratorsTokenKeepsNoAccounts() throws Exception {
    Tokens tokens = new Tokens(server.stores.tokens(), server.clock);
    Tokens.Wanted wanted =
        new Tokens.Wanted("script", true, Optional.empty(), Optional.empty(), 30);
    Tokens.Created created = tokens.create(server.accounts.get("keeper"), wanted, "test");
    String header = "Bearer " + created.text();
    assertThat(withToken("GET", "/name", header).statusCode()).isEqualTo(200);
    assertThat(withToken("GET", "/api/users", header).statusCode()).isEqualTo(403);
    tokens.revoke(created.token(), "keeper");
    assertThat(withToken("GET", "/name", header).statusCode()).isEqualTo(401);
    assertThatThrownBy(
            () ->
                tokens.create(
                    server.accounts.get("keeper"),
                    new Tokens.Wanted("x", true, Optional.empty(), Optional.empty(), 366),
                    "test"))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void aTokenLendsFewerLayersAndRolesThanItsOwnerHas() throws Exception {
    AccessRules rules = new AccessRules(org.vigie.geodata.layer.LayerFiles.read());
    Account amina = server.accounts.get("amina");
    Tokens tokens = new Tokens(server.stores.tokens(), server.clock);
    ApiToken token =
        tokens
            .create(
                amina,
                new Tokens.Wanted(
                    "one layer",
                    false,
                    Optional.of(Set.of("incident", "no-such-layer")),
                    Optional.empty(),
                    30),
                "test")
            .token();
    assertThat(rules.caller(amina).access().writable()).contains("incident");
    assertThat(rules.caller(amina, token).access().readable()).containsExactly("incident");
    assertThat(rules.caller(amina, token).access().writable()).isEmpty();
  }

  private HttpResponse<String> withToken(String method, String path, String header)
      throws Exception {
    return server.send(
        server
            .request(path)
            .header("Authorization", header)
            .method(
                method,
                method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));
  }
}
