package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page on which people look after their own account, and the one for administrators. */
@ExtendWith(Chromium.class)
class AccountPagesTest {

  private static final String OTHER = "nine slow barges";

  private static OwnMission mission;

  @BeforeAll
  static void start() throws Exception {
    mission = OwnMission.start();
    mission.add("benoit", "\"roles\": [\"analyst\"]");
  }

  @AfterAll
  static void stop() throws Exception {
    mission.close();
  }

  @Test
  void aNewUserGetsRightsAndAPasswordThatMustBeChangedAtOnce(Browser browser) {
    try (Tab admin = administration(browser);
        Tab user = Tab.blank(browser)) {
      admin.click("add-user").fill("user-name", "chloe").fill("user-title", "Chloe (EXERCISE)");
      admin.at("role-duty-officer").check();
      admin.at("role-analyst").check();
      admin.at("user-clearance").selectOption("CONFIDENTIAL");
      admin.fill("user-compartments", "POC, CASEVAC").click("save-user");
      String given = admin.text("secret");
      assertThat(row(admin, "chloe"))
          .contains("Duty officer, Analyst", "Confidential", "CASEVAC, POC", "must choose");
      admin.page().reload();
      admin.at("edit-chloe").waitFor();
      assertThat(admin.page().content()).as("shown once").doesNotContain(given);

      signIn(user, "account", "chloe", given);
      assertThat(user.page().url()).contains("/password");
      choose(user, given, "chloe and her boat");
      assertThat(user.page().locator("#message").innerText()).contains("user name");
      choose(user, given, OwnMission.PASSWORD);
      awaitReady(user);
      assertThat(user.page().locator("#app").innerText())
          .contains("chloe", "Duty officer, Analyst", "Confidential", "CASEVAC, POC");
      user.forgive("400");
    }
  }

  @Test
  void aChangeOfRightsEndsTheSessionAndHoldsFromTheNextOn(Browser browser) throws Exception {
    mission.add("daniel", "\"roles\": [\"viewer\"]");
    try (Tab admin = administration(browser);
        Tab user = Tab.blank(browser)) {
      signIn(user, "account", "daniel", OwnMission.PASSWORD);
      awaitReady(user);
      admin.click("edit-daniel");
      admin.at("role-reporter").check();
      admin.at("user-clearance").selectOption("STRICTLY_CONFIDENTIAL");
      admin.click("save-user");
      awaitRow(admin, "daniel", "Reporter");
      awaitSignedOut(user, "account");
      signIn(user, "account", "daniel", OwnMission.PASSWORD);
      awaitReady(user);
      assertThat(user.page().locator("#app").innerText())
          .contains("Viewer, Reporter", "Strictly confidential");
      user.forgive("401");
    }
  }

  @Test
  void aDisabledUserIsRefusedUntilEnabledAndAResetTakesThePasswordAway(Browser browser)
      throws Exception {
    mission.add("emma", "\"roles\": [\"viewer\"]");
    try (Tab admin = administration(browser);
        Tab user = Tab.blank(browser)) {
      admin.page().onDialog(com.microsoft.playwright.Dialog::accept);
      admin.click("disable-emma");
      awaitRow(admin, "emma", "disabled");
      signIn(user, "account", "emma", OwnMission.PASSWORD);
      assertThat(user.page().locator("#message").innerText()).contains("is wrong");
      admin.click("disable-emma");
      awaitRow(admin, "emma", "enabled");
      admin.click("reset-emma");
      String given = admin.text("secret");
      signIn(user, "account", "emma", OwnMission.PASSWORD);
      assertThat(user.page().locator("#message").innerText()).contains("is wrong");
      signIn(user, "account", "emma", given);
      choose(user, given, OwnMission.PASSWORD);
      awaitReady(user);
      user.forgive("401");
    }
  }

  @Test
  void whatCannotBeIsSaidBesideTheFormAndWhatWasTypedStays(Browser browser) {
    try (Tab admin = administration(browser)) {
      admin.click("add-user").fill("user-name", "benoit").fill("user-title", "Another (EXERCISE)");
      admin.click("save-user");
      assertThat(admin.text("problem")).contains("benoit is taken");
      assertThat(admin.at("user-title").inputValue()).isEqualTo("Another (EXERCISE)");
      admin.click("cancel-user").click("edit-administrator");
      admin.at("role-administrator").uncheck();
      admin.click("save-user");
      assertThat(admin.text("problem")).contains("nobody changes his own rights");
      admin.forgive("400");
    }
  }

  @Test
  void aUserIsAddedByKeyboardAlone(Browser browser) {
    try (Tab admin = administration(browser)) {
      Page page = admin.page();
      admin.at("add-user").focus();
      page.keyboard().press("Enter");
      admin.at("user-name").waitFor();
      assertThat(focused(page)).isEqualTo("user-name");
      page.keyboard().type("farid");
      page.keyboard().press("Tab");
      page.keyboard().type("Farid (EXERCISE)");
      page.keyboard().press("Tab");
      page.keyboard().press("Space");
      page.keyboard().press("Enter");
      assertThat(admin.text("secret")).isNotEmpty();
      assertThat(row(admin, "farid")).contains("Viewer");
    }
  }

  @Test
  void onesOwnPasswordIsChangedAndTheOldOneIsNoMore(Browser browser) throws Exception {
    mission.add("gaston", "\"roles\": [\"viewer\"]");
    try (Tab user = Tab.blank(browser);
        Tab elsewhere = Tab.blank(browser)) {
      signIn(elsewhere, "account", "gaston", OwnMission.PASSWORD);
      awaitReady(elsewhere);
      signIn(user, "account", "gaston", OwnMission.PASSWORD);
      awaitReady(user);
      user.page().getByText("Change password").click();
      user.page().locator("#current").fill(OwnMission.PASSWORD);
      user.page().locator("#password").fill(OTHER);
      user.page().locator("#again").fill(OTHER + "!");
      user.page().waitForNavigation(() -> user.page().keyboard().press("Enter"));
      assertThat(user.page().locator("#message").innerText()).contains("not the same");
      choose(user, OwnMission.PASSWORD, OTHER);
      awaitReady(user);
      awaitSignedOut(elsewhere, "account");
      signIn(elsewhere, "account", "gaston", OwnMission.PASSWORD);
      assertThat(elsewhere.page().locator("#message").innerText()).contains("is wrong");
      signIn(elsewhere, "account", "gaston", OTHER);
      awaitReady(elsewhere);
      user.forgive("400");
      elsewhere.forgive("401");
    }
  }

  @Test
  void aTokenIsShownOnceWorksAndIsRevoked(Browser browser) throws Exception {
    try (Tab user = Tab.blank(browser)) {
      signIn(user, "account", "benoit", OwnMission.PASSWORD);
      awaitReady(user);
      assertThat(user.page().locator("#app").innerText()).contains("No tokens yet");
      user.fill("token-name", "evening figures").click("make-token");
      String token = user.text("secret");
      assertThat(token).startsWith("vigie_");
      assertThat(statusWith(token)).isEqualTo(200);
      user.page().reload();
      user.at("revoke").waitFor();
      assertThat(user.page().content()).as("shown once").doesNotContain(token);
      user.page().onceDialog(com.microsoft.playwright.Dialog::dismiss);
      user.click("revoke");
      assertThat(statusWith(token)).as("the control: nothing was confirmed").isEqualTo(200);
      user.page().onceDialog(com.microsoft.playwright.Dialog::accept);
      user.click("revoke");
      user.page().getByText("revoked").waitFor();
      assertThat(statusWith(token)).isEqualTo(401);
    }
  }

  private static int statusWith(String token) throws Exception {
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(mission.url()).resolve("/collections"))
                    .header("Authorization", "Bearer " + token)
                    .build(),
                HttpResponse.BodyHandlers.discarding());
    return answer.statusCode();
  }

  private static Tab administration(Browser browser) {
    Tab tab = Tab.blank(browser);
    signIn(tab, "admin", "administrator", OwnMission.PASSWORD);
    awaitReady(tab);
    return tab;
  }

  /** Through the form; one is then where one wanted to go, or told why not. */
  private static void signIn(Tab tab, String path, String username, String password) {
    Page page = tab.page();
    page.navigate(mission.url() + path);
    page.locator("#username").fill(username);
    page.locator("#password").fill(password);
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
  }

  private static void choose(Tab tab, String present, String wanted) {
    Page page = tab.page();
    page.locator("#current").fill(present);
    page.locator("#password").fill(wanted);
    page.locator("#again").fill(wanted);
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
  }

  private static void awaitReady(Tab tab) {
    tab.page().waitForSelector("#app[data-state=ready]");
  }

  /** What the server has read of a session counts for a second. */
  private static void awaitSignedOut(Tab tab, String path) {
    for (int look = 0; look < 20 && !tab.page().url().contains("/login"); look++) {
      tab.page().navigate(mission.url() + path);
      tab.page().waitForTimeout(200);
    }
    assertThat(tab.page().url()).contains("/login");
  }

  private static String row(Tab tab, String username) {
    return tab.page().locator("tr", having(tab, username)).innerText();
  }

  private static Page.LocatorOptions having(Tab tab, String username) {
    return new Page.LocatorOptions().setHas(tab.at("edit-" + username));
  }

  private static void awaitRow(Tab tab, String username, String part) {
    tab.page()
        .waitForFunction(
            "([id, part]) => document.querySelector(`[data-testid=\"${id}\"]`)"
                + "?.closest('tr').innerText.includes(part)",
            List.of("edit-" + username, part));
  }

  private static String focused(Page page) {
    return String.valueOf(page.evaluate("document.activeElement.dataset.testid"));
  }
}
