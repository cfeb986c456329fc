package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.server.accounts.ExerciseAccounts;
import org.vigie.server.testing.SignedIn;

/** Signing in as people do, and that the same map shows each what they may see. */
@ExtendWith(Chromium.class)
class SignInPageTest {

  private static final String PLACE = "#v1/6/-11/-21.5/t=2026-04-01..2026-06-30";
  private static final String SELECTION =
      "/collections/incident/items?limit=1&f=json"
          + "&datetime=2026-04-01T00:00:00Z/2026-06-30T23:59:59Z&bbox=-40,-25,-5,5"
          // what was merged into another does not count beside it
          + "&filter=status%3C%3E%27MERGED%27";

  private static OwnMission mission;

  @BeforeAll
  static void start() throws Exception {
    mission = OwnMission.start();
    mission.add("amina", "\"roles\": [\"viewer\"]");
    mission.add("gone", "\"roles\": [\"viewer\"]");
    HttpResponse<String> disabled =
        mission
            .administrator()
            .send(
                mission
                    .administrator()
                    .request("/api/users/gone")
                    .method("PATCH", BodyPublishers.ofString("{\"disabled\": true}")));
    assertThat(disabled.statusCode()).isEqualTo(200);
  }

  @AfterAll
  static void stop() throws Exception {
    mission.close();
  }

  @Test
  void theSameMapShowsEachRoleWhatItMaySee(Browser browser) throws Exception {
    Map<String, Long> shown = new LinkedHashMap<>();
    for (String role :
        List.of("viewer", "reporter", "duty-officer", "protection-adviser", "analyst")) {
      try (Tab tab = Tab.blank(browser)) {
        open(tab, Demo.url() + PLACE);
        tab.click("as-" + role);
        awaitMap(tab);
        assertThat(tab.page().url()).as("the place on the map is kept").contains("v1/6/-11/-21.5");
        long expected = count(role);
        tab.awaitNumber("count-incident", expected);
        shown.put(role, expected);
        if (role.equals("viewer")) {
          assertThat(tab.text("banner")).isEqualTo("UNCLASSIFIED");
        }
      }
    }
    assertThat(shown.get("viewer")).isPositive().isLessThan(shown.get("duty-officer"));
    assertThat(shown.get("duty-officer")).isLessThan(shown.get("analyst"));
    assertThat(shown.get("protection-adviser")).isNotEqualTo(shown.get("duty-officer"));
  }

  @Test
  void aRefusalDoesNotTellWhichPartWasWrongAndTheNameStays(Browser browser) {
    try (Tab tab = Tab.blank(browser)) {
      Page page = open(tab, mission.url());
      for (String name : List.of("amina", "nobody-of-that-name", "gone")) {
        page.locator("#username").fill(name);
        // The disabled account's password is the right one.
        page.locator("#password").fill(name.equals("gone") ? OwnMission.PASSWORD : "not this one");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertThat(page.locator("#message").innerText())
            .as(name)
            .isEqualTo("User name or password is wrong.");
        assertThat(page.locator("#message").getAttribute("role")).isEqualTo("alert");
        assertThat(page.locator("#username").inputValue()).isEqualTo(name);
        assertThat(page.locator("#password").inputValue()).isEmpty();
        assertThat(focused(page)).isEqualTo("password");
      }
      // The control: the right pair gets in.
      page.locator("#username").fill("amina");
      page.locator("#password").fill(OwnMission.PASSWORD);
      page.keyboard().press("Enter");
      awaitMap(tab);
      tab.forgive("401");
    }
  }

  @Test
  void whoGuessesIsToldHowLongToWait(Browser browser) {
    try (Tab tab = Tab.blank(browser)) {
      Page page = open(tab, mission.url());
      int refused = 0;
      while (refused < 12 && !page.content().contains("Too many")) {
        page.locator("#username").fill("guessed");
        page.locator("#password").fill("guess " + refused++);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
      }
      assertThat(refused).as("ten are looked at").isEqualTo(11);
      assertThat(page.locator("#message").innerText()).contains("Too many").contains("minute");
      tab.forgive("401");
      tab.forgive("429");
    }
  }

  @Test
  void oneSignsInAndOutByKeyboardAlone(Browser browser) {
    try (Tab tab = Tab.blank(browser)) {
      Page page = open(tab, Demo.url());
      page.keyboard().type("second-duty-officer");
      page.keyboard().press("Tab");
      page.keyboard().type(ExerciseAccounts.PASSWORD);
      page.keyboard().press("Enter");
      awaitMap(tab);
      tab.at("account").focus();
      page.keyboard().press("Enter");
      assertThat(tab.text("account-menu")).contains("second-duty-officer");
      tab.at("sign-out").focus();
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("/login"));
      open(tab, Demo.url());
    }
  }

  @Test
  void signingInLeadsToTheAddressThatWasAskedFor(Browser browser) {
    try (Tab tab = Tab.blank(browser)) {
      String asked = Demo.url() + "collections/incident/items?limit=5&f=html";
      Page page = open(tab, asked);
      assertThat(page.url()).contains("/login?to=");
      page.locator("#username").fill("viewer");
      page.locator("#password").fill("wrong, and the address is kept all the same");
      page.waitForNavigation(() -> page.keyboard().press("Enter"));
      page.locator("#password").fill(ExerciseAccounts.PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL(asked);
      assertThat(page.locator("h1").first().innerText()).isNotEmpty();
      tab.forgive("401");
    }
  }

  @Test
  void aSessionThatEndsDuringWorkLeadsBackToTheSamePlace(Browser browser) {
    try (Tab tab = Tab.blank(browser)) {
      Page page = open(tab, Demo.url() + PLACE);
      tab.click("as-reporter");
      awaitMap(tab);
      tab.context().clearCookies();
      zoomIn(page);
      page.waitForURL(url -> url.contains("/login?ended=yes"));
      assertThat(page.locator("#message").innerText()).contains("session has ended");
      tab.click("as-reporter");
      awaitMap(tab);
      assertThat(page.url()).contains("#v1/").contains("t=2026-04-01..2026-06-30");
      tab.forgive("401");
    }
  }

  @Test
  void onlyTheExerciseOffersItsAccounts(Browser browser) {
    try (Tab tab = Tab.blankPhone(browser)) {
      Page page = open(tab, Demo.url());
      assertThat(page.locator(".exercise").innerText())
          .contains("EXERCISE ONLY", ExerciseAccounts.PASSWORD);
      for (ExerciseAccounts.Shown account : ExerciseAccounts.shown()) {
        assertThat(tab.at("as-" + account.username()).isVisible()).isTrue();
      }
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
      open(tab, mission.url());
      assertThat(page.locator(".exercise").count()).isZero();
      assertThat(page.content()).doesNotContain("EXERCISE", ExerciseAccounts.PASSWORD);
    }
  }

  private static Page open(Tab tab, String url) {
    tab.page().navigate(url);
    tab.page().locator("#username").waitFor();
    return tab.page();
  }

  private static void awaitMap(Tab tab) {
    tab.page().waitForSelector("#app[data-state=ready]");
  }

  /**
   * By script: when the page is left before Chromium has told of a key or a turn of the wheel, it
   * never does, and the test waits for ever. Tiles that were still to come may have left it by now.
   */
  private static void zoomIn(Page page) {
    try {
      page.evaluate("document.querySelector('[data-testid=map-plus]')?.click()");
    } catch (PlaywrightException left) {
      assertThat(left).hasMessageContaining("context was destroyed");
    }
  }

  private static String focused(Page page) {
    return String.valueOf(page.evaluate("document.activeElement.id"));
  }

  private static long count(String role) throws Exception {
    SignedIn person = Demo.as(role);
    HttpResponse<String> answer = person.send(person.request(SELECTION));
    JsonNode page = new ObjectMapper().readTree(answer.body());
    return page.path("numberMatched").asLong();
  }
}
