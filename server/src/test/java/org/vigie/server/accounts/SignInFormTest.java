package org.vigie.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page to sign in with, and where it leads. */
class SignInFormTest extends AccountsServerFixture {

  @Test
  void afterSigningInOneComesBackHereAndNowhereElse() throws Exception {
    for (String elsewhere :
        List.of(
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "/%09/evil.example//x",
            "javascript:alert(1)",
            "/\t/evil.example",
            "evil",
            "/login?to=/login")) {
      assertThat(LocalPath.orMap(elsewhere)).as(elsewhere).isEqualTo("/");
    }
    assertThat(LocalPath.orMap("/collections/incident/items?f=html&limit=10"))
        .isEqualTo("/collections/incident/items?f=html&limit=10");
    HttpResponse<String> page =
        server.send(server.request("/page?x=1").header("Accept", "text/html"));
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("Location").orElseThrow())
        .endsWith("/login?to=%2Fpage%3Fx%3D1");
  }

  @Test
  void theFormSignsInWithoutScriptAndOnlyWhenItIsOurs() throws Exception {
    HttpResponse<String> page = server.send(server.request("/login?to=/page"));
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    String hidden = cookie.substring(cookie.indexOf('=') + 1);
    assertThat(page.body()).contains(hidden).doesNotContain("EXERCISE");
    assertThat(form(cookie, "another", AccountsServer.PASSWORD).statusCode()).isEqualTo(403);
    assertThat(form("", hidden, AccountsServer.PASSWORD).statusCode()).isEqualTo(403);
    HttpResponse<String> wrong = form(cookie, hidden, "wrong");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).contains(SessionRoutes.WRONG).doesNotContain("value=\"wrong\"");
    HttpResponse<String> right = form(cookie, hidden, AccountsServer.PASSWORD);
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(right.headers().firstValue("Location").orElseThrow()).endsWith("/page");
  }

  @Test
  void onlyAProgramIsOfferedBasic() throws Exception {
    assertThat(
            server.send(server.request("/name")).headers().allValues("WWW-Authenticate").toString())
        .contains("Basic", "Bearer");
    assertThat(
            server
                .send(server.request("/name").header("Sec-Fetch-Mode", "cors"))
                .headers()
                .allValues("WWW-Authenticate")
                .toString())
        .contains("Bearer")
        .doesNotContain("Basic");
  }

  private HttpResponse<String> form(String cookie, String hidden, String password)
      throws Exception {
    return server.send(
        server
            .request("/login")
            .header("Cookie", cookie.isEmpty() ? "x=y" : cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                AccountsServer.form(
                    "form", hidden, "to", "/page", "username", "amina", "password", password)));
  }
}
