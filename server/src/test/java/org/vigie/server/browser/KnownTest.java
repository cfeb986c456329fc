package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.server.testing.SignedIn;

/** How a feature came about, and the picture as it was known at a past moment. */
@ExtendWith(Chromium.class)
class KnownTest {

  /** Open sea, where nothing else is. */
  private static final String AT_SEA = "#v1/14/-43.5/-36.5/t=2026-06-01..2026-06-30&l=incident";

  private static final String FIRST = "EXERCISE two boats adrift";
  private static final String CORRECTED = "EXERCISE three boats adrift";

  @Test
  void theHistoryTellsWhoChangedWhatComparesAnyTwoAndBringsOneBack(Browser browser)
      throws Exception {
    String id = incident(FIRST, -36.5);
    String path = "/collections/incident/items/" + id;
    edit("analyst", path, "{\"properties\":{\"severity\":4}}");
    edit("duty-officer", path, "{\"properties\":{\"severity\":5,\"title\":\"" + CORRECTED + "\"}}");

    try (Tab tab = Tab.wideAs(browser, "second-duty-officer", AT_SEA + "&s=incident:" + id)) {
      tab.at("compare").waitFor();
      assertThat(tab.text("detail-title")).isEqualTo(CORRECTED);
      assertThat(version(tab, 1).innerText()).contains("by duty-officer");
      assertThat(version(tab, 2).innerText()).contains("by analyst").contains("1 field");
      assertThat(version(tab, 3).innerText()).contains("by duty-officer").contains("2 fields");

      tab.at("compare-from").selectOption("1");
      tab.at("compare-to").selectOption("3");
      tab.click("compare");
      Locator compared = tab.page().locator(".compare + [aria-live]");
      compared.locator("[data-property=severity]").waitFor();
      assertThat(compared.innerText()).contains("2 → 5").contains(FIRST + " → " + CORRECTED);
      tab.at("compare-to").selectOption("2");
      tab.click("compare");
      awaitText(compared, "2 → 4");
      assertThat(compared.innerText()).doesNotContain(CORRECTED);

      version(tab, 1).getByTestId("restore").click();
      awaitTitle(tab, FIRST);
      version(tab, 4).waitFor();
      assertThat(version(tab, 4).innerText()).contains("by second-duty-officer");
      assertThat(Demo.get(path).at("/properties/severity").asInt()).isEqualTo(2);
      assertThat(Demo.get(path).at("/properties/version").asInt()).isEqualTo(4);

      tab.click("restore-undo");
      awaitTitle(tab, CORRECTED);
      assertThat(Demo.get(path).at("/properties/severity").asInt()).isEqualTo(5);
      assertThat(Demo.get(path).at("/properties/version").asInt()).isEqualTo(5);
    }
  }

  @Test
  void thePictureAsKnownThenChangesMapCountsAndDetailAndClosesEntryUntilOneComesBack(
      Browser browser) throws Exception {
    String first = incident(FIRST, -36.3);
    String path = "/collections/incident/items/" + first;
    Instant entered = Instant.parse(history(path, 1).path("committedAt").asText());
    // The field knows whole seconds: what follows is entered in the next but one.
    String then = entered.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).toString();
    Thread.sleep(1_500);
    edit("analyst", path, "{\"properties\":{\"title\":\"" + CORRECTED + "\"}}");
    String second = incident("EXERCISE raft, entered later", -36.29);

    try (Tab tab = Tab.wideAs(browser, "duty-officer", AT_SEA.replace("-36.5", "-36.295"))) {
      tab.awaitNumber("count-incident", 2);
      byte[] now = mapOf(tab);
      assertThat(tab.at("known-bar").isVisible()).isFalse();
      tab.click("known-switch").at("known-title").waitFor();
      // A field of that kind leaves a zero of seconds out.
      tab.fill("known-input", then.substring(0, 19).replaceFirst(":00$", ""));
      assertThat(tab.text("known-title")).contains("You see what was known on");
      tab.awaitNumber("count-incident", 1);
      tab.page().waitForTimeout(1_000);
      assertThat(mapOf(tab)).as("the map").isNotEqualTo(now);
      tab.clickMap(0.5 + shareOf(tab, -36.3), 0.5);
      assertThat(tab.text("detail-title")).isEqualTo(FIRST);
      assertThat(tab.at("edit-entry").count()).as("the past is not written to").isZero();
      assertThat(tab.at("restore").count()).isZero();
      assertThat(tab.at("situation").count()).isZero();

      tab.click("tool-entry");
      assertThat(tab.text("tool-past")).contains("Go back to now");
      assertThat(tab.at("entry-save").count()).isZero();
      tab.click("tool-inbox");
      assertThat(tab.text("tool-past")).contains("Go back to now");
      // The detail lies over the tool, so the button that opened it closes it.
      tab.click("tool-inbox");

      tab.awaitAddress("known=").awaitAddress(first);
      tab.page().reload();
      awaitTitle(tab, FIRST);
      assertThat(tab.text("known-title")).contains("You see what was known on");
      tab.awaitNumber("count-incident", 1);

      tab.click("known-list").at("known-changes").getByText("EXERCISE raft").first().click();
      awaitTitle(tab, "EXERCISE raft, entered later");
      tab.awaitNumber("count-incident", 2);
      tab.click("known-back");
      tab.at("known-bar")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
      tab.awaitNumber("count-incident", 2);
      tab.at("edit-entry").waitFor();
      tab.awaitAddress(second);
    }
  }

  /** How far right of the middle of the map a longitude is, as share of its width. */
  private static double shareOf(Tab tab, double longitude) {
    double pixelsPerDegree = 256 * Math.pow(2, 14) / 360;
    return (longitude + 36.295) * pixelsPerDegree / tab.at("map").boundingBox().width;
  }

  private static byte[] mapOf(Tab tab) {
    tab.page().waitForTimeout(1_000);
    return tab.page().locator("[data-testid=map]").screenshot();
  }

  private static Locator version(Tab tab, int version) {
    return tab.page().locator("li[data-version='" + version + "']");
  }

  private static void awaitText(Locator within, String text) {
    within.getByText(text).first().waitFor();
  }

  private static void awaitTitle(Tab tab, String title) {
    tab.page()
        .waitForFunction(
            "title => document.querySelector('[data-testid=detail-title]')?.textContent === title",
            title);
  }

  private static JsonNode history(String path, int version) throws Exception {
    for (JsonNode each : Demo.get(path + "/history").path("versions")) {
      if (each.path("version").asInt() == version) {
        return each;
      }
    }
    throw new AssertionError("no version " + version);
  }

  private static void edit(String user, String path, String body) throws Exception {
    SignedIn signedIn = Demo.as(user);
    HttpResponse<String> answer =
        signedIn.send(
            signedIn
                .request(path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", Demo.tag(path))
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private static String incident(String title, double longitude) throws Exception {
    String body =
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%s, -43.5]},
         "properties": {"title": "%s", "type": "TENSION", "severity": 2, "exercise": true,
           "valid_from": "2026-06-15T10:00:00Z"}}
        """
            .formatted(longitude, title);
    SignedIn officer = Demo.as("duty-officer");
    HttpResponse<String> answer =
        officer.send(
            officer
                .request("/collections/incident/items")
                .header("Content-Type", "application/geo+json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }
}
