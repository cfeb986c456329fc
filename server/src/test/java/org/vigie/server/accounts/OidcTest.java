package org.vigie.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.Json;

class OidcTest {

  private final DatabaseAddress address = TestDatabases.create();
  private IdentityProvider provider;
  private AccountsServer server;

  /** A browser that was sent to the provider. */
  private record Sent(String cookie, URI to) {
    String state() {
      return IdentityProvider.parameters(to.getRawQuery()).get("state");
    }
  }

  @BeforeEach
  void start() throws Exception {
    provider = new IdentityProvider();
    server = new AccountsServer(address, HttpOptions.loopback(0), Optional.of(provider.settings()));
    server.add("amina", Role.DUTY_OFFICER);
    server.add("keeper", Role.ADMINISTRATOR);
    link("amina", "amina-at-home");
  }

  @AfterEach
  void stop() {
    server.close();
    provider.close();
    TestDatabases.drop(address);
  }

  @Test
  void whoeverIsLinkedSignsInWithTheRightsOfTheAccount() throws Exception {
    assertThat(server.send(server.request("/login")).body()).contains("Sign in with 127.0.0.1");
    Sent sent = leave("/name");
    HttpResponse<String> back = comeBack(sent, provider.authorize(sent.to()));
    assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
    assertThat(back.headers().firstValue("Refresh")).contains("0;url=/name");
    String session = cookie(back, "vigie-session").orElseThrow();
    assertThat(String.join("\n", back.headers().allValues("Set-Cookie")))
        .contains("vigie-oidc=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0", "SameSite=Strict");
    var who =
        Json.MAPPER.readTree(
            server.send(server.request("/api/session").header("Cookie", session)).body());
    assertThat(who.at("/username").asText()).isEqualTo("amina");
    assertThat(who.at("/roles/0").asText()).isEqualTo("duty-officer");
    assertThat(who.at("/clearance").asText()).isEqualTo("CONFIDENTIAL");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void anIdTokenWithSomethingWrongIsRefused(IdentityProvider.Lie lie) throws Exception {
    provider.lie = lie;
    Sent sent = leave("/");
    refused(comeBack(sent, provider.authorize(sent.to())), "no answer that can be trusted");
    provider.lie = IdentityProvider.Lie.NONE;
    Sent again = leave("/");
    assertThat(comeBack(again, provider.authorize(again.to())).statusCode())
        .as("the control: honest again")
        .isEqualTo(200);
  }

  @Test
  void aStateThatIsMissingReplayedOldOrOfAnotherBrowserIsRefused() throws Exception {
    Sent one = leave("/");
    Sent other = leave("/");
    String code = provider.authorize(one.to());
    refused(callback("code=" + code, one.cookie()), "not begun here");
    Sent stolen = leave("/");
    String path = "code=" + provider.authorize(stolen.to()) + "&state=" + stolen.state();
    refused(callback(path, other.cookie()), "not begun here");
    refused(callback(path, ""), "not begun here");
    assertThat(callback(path, stolen.cookie()).statusCode()).isEqualTo(200);
    refused(callback(path, stolen.cookie()), "not begun here");
    Sent old = leave("/");
    server.clock.advance(OidcFlows.AGE);
    refused(comeBack(old, provider.authorize(old.to())), "not begun here");
  }

  @Test
  void aCodeServesOnceAndOnlyTheBrowserThatAskedForIt() throws Exception {
    Sent one = leave("/");
    String code = provider.authorize(one.to());
    assertThat(comeBack(one, code).statusCode()).isEqualTo(200);
    refused(comeBack(leave("/"), code), "no answer that can be trusted");
    // Another sign-in's code: the verifier of this one does not fit its challenge.
    String injected = provider.authorize(leave("/").to());
    refused(comeBack(leave("/"), injected), "no answer that can be trusted");
  }

  @Test
  void anUnknownSubjectIsToldWhatToGiveToAnAdministrator() throws Exception {
    provider.subject = "<b>nobody</b>";
    Sent sent = leave("/");
    HttpResponse<String> back = comeBack(sent, provider.authorize(sent.to()));
    refused(back, "&lt;b&gt;nobody&lt;/b&gt;");
    assertThat(back.body()).contains("administrator").doesNotContain("<b>nobody");
    link("keeper", "<b>nobody</b>");
    Sent again = leave("/");
    assertThat(comeBack(again, provider.authorize(again.to())).statusCode()).isEqualTo(200);
  }

  @Test
  void aDisabledAccountIsRefused() throws Exception {
    server.accounts.change("amina", AccountChange.NONE.withDisabled(true), "keeper");
    Sent sent = leave("/");
    refused(comeBack(sent, provider.authorize(sent.to())), "may not sign in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere"})
  void afterwardsOneIsNeverSentToAnotherHost(String to) throws Exception {
    Sent sent = leave(to);
    HttpResponse<String> back = comeBack(sent, provider.authorize(sent.to()));
    assertThat(back.headers().firstValue("Refresh")).contains("0;url=/");
    assertThat(back.body()).doesNotContain("elsewhere");
  }

  @Test
  void signInsAtTheProviderAndRefusalsStandInTheLog() throws Exception {
    Sent right = leave("/");
    comeBack(right, provider.authorize(right.to()));
    provider.lie = IdentityProvider.Lie.NONCE;
    Sent lied = leave("/");
    comeBack(lied, provider.authorize(lied.to()));
    provider.lie = IdentityProvider.Lie.NONE;
    provider.subject = "somebody-else";
    Sent unknown = leave("/");
    comeBack(unknown, provider.authorize(unknown.to()));
    provider.subject = "amina-at-home";
    server.accounts.change("amina", AccountChange.NONE.withDisabled(true), "keeper");
    Sent disabled = leave("/");
    comeBack(disabled, provider.authorize(disabled.to()));
    assertThat(server.stores.accounts().events(Optional.empty(), Long.MAX_VALUE, 5))
        .extracting(e -> e.by() + ": " + e.what())
        .containsExactly(
            "amina: refused from 127.0.0.1 at 127.0.0.1: disabled",
            "keeper: disabled",
            "unknown name: refused from 127.0.0.1 at 127.0.0.1: subject somebody-else is not"
                + " linked",
            "unknown name: refused from 127.0.0.1 at 127.0.0.1: no answer that can be trusted",
            "amina: signed in from 127.0.0.1 at 127.0.0.1");
  }

  @Test
  void whoComesBackWithNothingGoodTooOftenWaits() throws Exception {
    provider.lie = IdentityProvider.Lie.SIGNATURE;
    int refused = 0;
    int waiting = 0;
    for (int i = 0; i < SignInThrottle.ADDRESS_FAILURES + 5; i++) {
      Sent sent = leave("/");
      int status = comeBack(sent, provider.authorize(sent.to())).statusCode();
      refused += status == 403 ? 1 : 0;
      waiting += status == 429 ? 1 : 0;
    }
    assertThat(refused)
        .isBetween(SignInThrottle.ADDRESS_FAILURES, SignInThrottle.ADDRESS_FAILURES + 1);
    assertThat(refused + waiting).isEqualTo(SignInThrottle.ADDRESS_FAILURES + 5);
  }

  @Test
  void withTheProviderAwayAPasswordStillWorks() throws Exception {
    Sent sent = leave("/");
    String code = provider.authorize(sent.to());
    provider.close();
    for (HttpResponse<String> answer :
        new HttpResponse[] {server.send(server.request("/login/oidc")), comeBack(sent, code)}) {
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("cannot be reached", "name=\"password\"");
    }
    assertThat(server.trySignIn("amina", AccountsServer.PASSWORD).statusCode()).isEqualTo(204);
  }

  @Test
  void noRedirectIsFollowedAndNothingIsAskedInClear() throws Exception {
    provider.redirectTokens();
    Sent sent = leave("/");
    refused(comeBack(sent, provider.authorize(sent.to())), "no answer that can be trusted");
    assertThatThrownBy(() -> new OidcSettings(URI.create("http://id.example"), "a", "b"))
        .hasMessageContaining("https");
    OidcSettings outside = new OidcSettings(URI.create("https://id.example"), "a", "b");
    assertThat(outside.mayAsk(URI.create("http://127.0.0.1/token"))).isFalse();
    assertThat(outside.mayAsk(URI.create("http://id.example/token"))).isFalse();
    assertThat(outside.mayAsk(URI.create("https://keys.example/jwks"))).isTrue();
    assertThat(outside.toString()).doesNotContain("b]");
  }

  @Test
  void aSubjectIsOneAccountAlone() {
    assertThatThrownBy(() -> link("keeper", "amina-at-home"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("amina");
  }

  private void link(String username, String subject) throws BadInputException {
    server.accounts.change(
        username, AccountChange.NONE.withOidcSubject(Optional.of(subject)), "command line");
  }

  private Sent leave(String to) throws Exception {
    HttpResponse<String> answer =
        server.send(
            server.request(
                "/login/oidc?to="
                    + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    URI sentTo = URI.create(answer.headers().firstValue("Location").orElseThrow());
    assertThat(sentTo.toString()).startsWith(provider.issuer() + "/authorize?");
    return new Sent(cookie(answer, "vigie-oidc").orElseThrow(), sentTo);
  }

  private HttpResponse<String> comeBack(Sent sent, String code) throws Exception {
    return callback("code=" + code + "&state=" + sent.state(), sent.cookie());
  }

  private HttpResponse<String> callback(String query, String cookie) throws Exception {
    var request = server.request("/login/oidc/callback?" + query);
    return server.send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
  }

  private static void refused(HttpResponse<String> answer, String why) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).contains(why);
    assertThat(cookie(answer, "vigie-session")).isEmpty();
  }

  private static Optional<String> cookie(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(each -> each.split(";", 2)[0])
        .filter(each -> each.startsWith(name + "="))
        .findFirst();
  }
}
