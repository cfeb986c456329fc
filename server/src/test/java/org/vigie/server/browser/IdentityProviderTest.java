package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.server.accounts.IdentityProvider;

/**
 * Signing in at the mission's identity provider. The server is called localhost and the provider
 * 127.0.0.1, so that the browser takes them for two sites, as they are in a mission.
 */
@ExtendWith(Chromium.class)
class IdentityProviderTest {

  private static IdentityProvider provider;
  private static OwnMission mission;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    provider = new IdentityProvider();
    Path secret = Files.writeString(folder.resolve("secret"), IdentityProvider.SECRET);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    mission =
        OwnMission.start(
            "--oidc-issuer=" + provider.issuer(),
            "--oidc-client-id=" + IdentityProvider.CLIENT,
            "--oidc-client-secret-file=" + secret);
    add("amina", "amina-at-home");
  }

  @AfterAll
  static void stop() throws Exception {
    mission.close();
    provider.close();
  }

  @BeforeEach
  void honest() {
    provider.subject = "amina-at-home";
    provider.lie = IdentityProvider.Lie.NONE;
  }

  @Test
  void oneGoesThereAndComesBackToWhereOneWantedToGo(Browser browser) throws Exception {
    try (Tab tab = Tab.blank(browser)) {
      throughTheProvider(tab);
      tab.page().waitForSelector("#app[data-state=ready]");
      assertThat(tab.page().url()).isEqualTo(url() + "account");
      assertThat(tab.page().locator("#app").innerText()).contains("amina", "Viewer", "Chrome");
      assertThat(events()).contains("signed in from 127.0.0.1 at 127.0.0.1");
      tab.page().navigate(url());
      tab.page().waitForSelector("#app[data-state=ready]");
      tab.click("account").click("sign-out");
      tab.page().waitForURL(at -> at.contains("/login"));
    }
  }

  @Test
  void whoIsNotLinkedIsToldWhatToGiveToAnAdministratorWhoLinksIt(Browser browser) throws Exception {
    provider.subject = "chloe-at-home";
    try (Tab admin = Tab.blank(browser);
        Tab tab = Tab.blank(browser)) {
      throughTheProvider(tab);
      assertThat(tab.page().locator("h1").innerText()).isEqualTo("No account yet");
      String subject = tab.page().locator("#subject").innerText();
      assertThat(subject).isEqualTo("chloe-at-home");
      assertThat(events()).contains("subject chloe-at-home is not linked");

      admin.page().navigate(url() + "admin");
      admin.page().locator("#username").fill("administrator");
      admin.page().locator("#password").fill(OwnMission.PASSWORD);
      admin.page().keyboard().press("Enter");
      admin.click("add-user").fill("user-name", "chloe").fill("user-title", "Chloe (EXERCISE)");
      admin.at("role-viewer").check();
      admin.fill("user-subject", subject).click("save-user");
      assertThat(admin.text("saved")).contains("chloe was added");

      throughTheProvider(tab);
      tab.page().waitForSelector("#app[data-state=ready]");
      assertThat(tab.page().locator("#app").innerText()).contains("chloe");
      tab.forgive("403");
    }
  }

  @Test
  void anAnswerThatCannotBeTrustedIsRefusedAndLogged(Browser browser) throws Exception {
    provider.lie = IdentityProvider.Lie.SIGNATURE;
    try (Tab tab = Tab.blankPhone(browser)) {
      throughTheProvider(tab);
      assertThat(tab.page().locator("#message").innerText())
          .contains("no answer that can be trusted");
      assertThat(tab.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
      assertThat(events()).contains("no answer that can be trusted");
      provider.lie = IdentityProvider.Lie.NONE;
      throughTheProvider(tab);
      tab.page().waitForSelector("#app[data-state=ready]");
      tab.forgive("403");
    }
  }

  private static void throughTheProvider(Tab tab) {
    Page page = tab.page();
    page.navigate(url() + "account");
    page.locator("#provider").click();
    page.locator("#allow").click();
    page.waitForURL(at -> at.startsWith(url()));
  }

  private static void add(String username, String subject) throws Exception {
    OwnMission.post(
        mission.administrator(),
        "/api/users",
        "{\"username\": \"%s\", \"title\": \"%s (EXERCISE)\", \"roles\": [\"viewer\"], \"oidcSubject\": \"%s\"}"
            .formatted(username, username, subject));
  }

  private static String events() throws Exception {
    HttpResponse<String> answer =
        mission.administrator().send(mission.administrator().request("/api/account-events"));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static String url() {
    return mission.url().replace("127.0.0.1", "localhost");
  }
}
