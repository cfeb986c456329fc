package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.server.testing.SignedIn;

/** Areas of responsibility, everybody's tokens and the log, and one's own sessions. */
@ExtendWith(Chromium.class)
class AdministrationTest {

  private static final String INCIDENTS = "/collections/incident/items?limit=1&f=json";
  private static final String OWN = "seven grey herons";

  @Test
  void anAreaIsChosenFromTheAdministrativeAreasAndShownAndHolds(Browser browser) throws Exception {
    try (Tab admin = administration(browser)) {
      SignedIn hugo = add(admin, "hugo");
      long everywhere = incidents(hugo);
      admin.click("edit-hugo");
      awaitAreas(admin);
      String province =
          String.valueOf(
              admin
                  .at("area-choice")
                  .locator("optgroup[label=Provinces] option")
                  .first()
                  .evaluate("option => { option.selected = true; return option.textContent; }"));
      admin.at("area-choice").dispatchEvent("change");
      assertThat(admin.text("area-extent")).startsWith(province + ": ").contains("°");
      assertThat(admin.at("area-map").isVisible()).isTrue();
      admin.click("save-user");
      assertThat(admin.text("saved")).contains("hugo");
      admin.page().getByText(province).first().waitFor();
      assertThat(String.valueOf(admin.page().evaluate("document.activeElement.dataset.testid")))
          .as("one goes on where the form was opened")
          .isEqualTo("edit-hugo");

      SignedIn confined = SignedIn.as(Demo.url(), "hugo", OWN);
      assertThat(incidents(confined)).isPositive().isLessThan(everywhere);

      admin.click("edit-hugo");
      awaitAreas(admin);
      assertThat(admin.at("area-choice").evaluate("s => s.selectedOptions[0].textContent"))
          .as("the area is known again by its name")
          .isEqualTo(province);
      admin.at("area-choice").selectOption("");
      admin.click("save-user");
      assertThat(admin.text("saved")).contains("hugo");
      assertThat(incidents(SignedIn.as(Demo.url(), "hugo", OWN))).isEqualTo(everywhere);
    }
  }

  @Test
  void anOutlineIsPastedAndAWrongOneIsSaidBeforeItIsSent(Browser browser) throws Exception {
    try (Tab admin = administration(browser)) {
      add(admin, "ines");
      admin.click("edit-ines");
      admin.at("area-choice").selectOption("paste");
      admin.fill("area-text", "POLYGON ((-21 -11, -20 -11, -20 -10, -21 -10))").click("save-user");
      assertThat(admin.text("area-problem")).contains("must end where it begins");
      assertThat(String.valueOf(admin.page().evaluate("document.activeElement.dataset.testid")))
          .isEqualTo("area-text");
      // Only the server sees that an outline crosses itself.
      admin.fill("area-text", "POLYGON ((-21 -11, -20 -10, -20 -11, -21 -10, -21 -11))");
      admin.click("save-user");
      assertThat(admin.text("problem")).contains("outline is wrong");
      admin.fill("area-text", "POLYGON ((-21 -11, -20 -11, -20 -10, -21 -11))");
      assertThat(admin.text("area-extent"))
          .isEqualTo("own outline: 21.00° W – 20.00° W, 11.00° S – 10.00° S");
      admin.click("save-user");
      assertThat(admin.text("saved")).contains("ines");
      admin.page().getByText("21.00° W – 20.00° W, 11.00° S – 10.00° S").waitFor();
      admin.forgive("400");
    }
  }

  @Test
  void everybodysTokensAreFoundByOwnerAndRevoked(Browser browser) throws Exception {
    try (Tab admin = administration(browser)) {
      SignedIn jean = add(admin, "jean");
      OwnMission.post(jean, "/api/tokens", "{\"name\": \"night figures\", \"days\": 3}");
      admin.page().reload();
      admin.click("tokens-jean");
      assertThat(admin.page().url()).endsWith("#tokens/jean");
      assertThat(admin.text("all-tokens")).contains("jean", "night figures", "read", "never");
      admin.page().onDialog(Dialog::accept);
      admin.click("revoke");
      assertThat(admin.text("no-tokens")).contains("No token matches");
      admin.at("token-usable").uncheck();
      admin.page().getByText("revoked", new Page.GetByTextOptions().setExact(true)).waitFor();
    }
  }

  @Test
  void theLogIsFilteredByUserAndToldPageByPage(Browser browser) throws Exception {
    try (Tab admin = administration(browser)) {
      SignedIn karim = add(admin, "karim");
      for (int i = 0; i < 55; i++) {
        JsonNode made = OwnMission.post(karim, "/api/tokens", "{\"name\": \"t" + i + "\"}");
        karim.send(karim.request("/api/tokens/" + made.path("id").asText()).DELETE());
      }
      admin.page().reload();
      admin.click("log-karim");
      admin.at("older").waitFor();
      String newest = admin.page().locator("tbody tr").first().innerText();
      assertThat(newest).contains("token 't54' revoked", "karim");
      admin.at("older").focus();
      admin.page().keyboard().press("Enter");
      admin.page().getByText("That is all.").waitFor();
      assertThat(admin.page().locator("tbody tr").last().innerText())
          .contains("added: roles viewer", "administrator");
      admin.fill("log-user", "nobody-of-that-name");
      assertThat(admin.text("no-events")).contains("Nothing is known of nobody-of-that-name");
      admin.fill("log-user", "");
      admin.at("older").waitFor();
    }
  }

  @Test
  void whenTheServerCannotTellItIsSaidAndCanBeAskedAgain(Browser browser) throws Exception {
    try (Tab admin = administration(browser)) {
      admin.page().route("**/api/account-events*", Route::abort);
      admin.click("view-log");
      assertThat(admin.text("problem")).contains("cannot be reached");
      admin.page().unroute("**/api/account-events*");
      admin.click("retry");
      admin.page().waitForSelector("tbody tr");
      admin.forgive("ERR_FAILED");
    }
  }

  @Test
  void oneSeesWhereOneIsSignedInAndSignsOutElsewhere(Browser browser) throws Exception {
    SignedIn elsewhere;
    try (Tab admin = administration(browser)) {
      elsewhere = add(admin, "lucie");
    }
    try (Tab lucie = Tab.blankPhone(browser)) {
      lucie.page().navigate(Demo.url() + "account");
      lucie.page().locator("#username").fill("lucie");
      lucie.page().locator("#password").fill(OWN);
      lucie.page().keyboard().press("Enter");
      lucie.at("end-others").waitFor();
      String sessions = lucie.text("sessions");
      assertThat(sessions).contains("127.0.0.1", "Chrome", "on Linux", "a program", "this one");
      assertThat(lucie.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
      assertThat(incidents(elsewhere)).as("the control").isNotNegative();
      lucie.at("end-others").focus();
      lucie.page().keyboard().press("Enter");
      assertThat(lucie.text("sessions-ended")).matches("(One|[0-9]+) other sessions? w.*ended\\.");
      assertThat(elsewhere.send(elsewhere.request(INCIDENTS)).statusCode()).isEqualTo(401);
      assertThat(lucie.at("end-others").isDisabled()).isTrue();
      assertThat(lucie.text("sessions")).contains("signed in nowhere else");
    }
  }

  @Test
  void whoIsNoAdministratorIsToldWhoCanHelp(Browser browser) throws Exception {
    try (Tab viewer = Tab.blankPhone(browser)) {
      viewer.page().navigate(Demo.url() + "admin");
      viewer.click("as-viewer");
      viewer.page().locator("#administrators").waitFor();
      assertThat(viewer.page().locator("#administrators").innerText())
          .contains("Administrator (EXERCISE)");
      assertThat(viewer.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
      viewer.page().getByText("Your own account").click();
      viewer.page().waitForSelector("#app[data-state=ready]");
      assertThat(viewer.page().locator("nav").first().innerText()).doesNotContain("Administration");
      viewer.forgive("403");
    }
  }

  private static Tab administration(Browser browser) {
    Tab tab = Tab.blank(browser);
    SignedIn user = Demo.signIn("administrator");
    tab.context()
        .addCookies(
            List.of(new Cookie("vigie-session", user.key()).setUrl(Demo.url()).setHttpOnly(true)));
    tab.page().navigate(Demo.url() + "admin");
    tab.page().waitForSelector("#app[data-state=ready]");
    return tab;
  }

  private static void awaitAreas(Tab admin) {
    admin
        .page()
        .waitForSelector(
            "[data-testid=area-choice] optgroup",
            new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
  }

  /** Adds somebody who sees the incidents, has chosen a password, and stands in the list. */
  private static SignedIn add(Tab admin, String username) throws Exception {
    SignedIn administrator = Demo.as("administrator");
    String body =
        "{\"username\": \"%s\", \"title\": \"%s (EXERCISE)\", \"roles\": [\"viewer\"]}"
            .formatted(username, username);
    String given = OwnMission.post(administrator, "/api/users", body).path("password").asText();
    SignedIn first = SignedIn.as(Demo.url(), username, given);
    OwnMission.post(
        first,
        "/api/account/password",
        "{\"currentPassword\": \"%s\", \"password\": \"%s\"}".formatted(given, OWN));
    admin.page().reload();
    admin.at("edit-" + username).waitFor();
    return SignedIn.as(Demo.url(), username, OWN);
  }

  private static long incidents(SignedIn who) throws Exception {
    HttpResponse<String> answer = who.send(who.request(INCIDENTS));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body()).path("numberMatched").asLong();
  }
}
