package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.server.testing.SignedIn;

@ExtendWith(Chromium.class)
class DuplicatesTest {

  @Test
  void twoIncidentsAlikeAreComparedMergedAndUndoneByKeyboard(Browser browser) throws Exception {
    String kept = incident("EXERCISE shooting at the bridge", 21.1234);
    String other = incident("EXERCISE shooting near the bridge", 21.1324);
    try (Tab tab = Tab.wide(browser, "#v1////s=incident:" + kept)) {
      tab.at("candidate").first().waitFor();
      assertThat(tab.at("candidate").first().getAttribute("data-id")).isEqualTo(other);
      assertThat(tab.text("perhaps-same")).contains(" m apart", "same time", "same type");
      tab.at("compare-open").first().focus();
      tab.page().keyboard().press("Enter");
      awaitFocus(tab, "merge");
      tab.at("merge-form").locator("[name=take-title]:checked").focus();
      tab.page().keyboard().press("ArrowRight");
      tab.page().keyboard().press("Enter");
      awaitFocus(tab, "merge-undo");
      awaitText(tab, "announcer", "Merged.");
      awaitText(tab, "detail-title", "EXERCISE shooting near the bridge");
      assertThat(state(other)).isEqualTo("MERGED");

      tab.page().keyboard().press("Enter");
      awaitFocus(tab, "compare-open");
      awaitText(tab, "announcer", "Undone.");
      awaitText(tab, "detail-title", "EXERCISE shooting at the bridge");
      assertThat(state(other)).isEqualTo("REPORTED");
    }
  }

  @Test
  void reportsOfAnotherEventAreSplitOffByTheFormAndComeBackByUndo(Browser browser)
      throws Exception {
    String title = "EXERCISE two events at the mill";
    String incident = incident(title, 21.7234);
    String stays = reportOf(incident, "EXERCISE shots at the mill");
    String leaves = reportOf(incident, "EXERCISE fire at the mill");
    try (Tab tab = Tab.wide(browser, "#v1////s=incident:" + incident)) {
      tab.click("split");
      awaitFocus(tab, "split-title");
      tab.fill("split-title", "EXERCISE fire at the mill").click("split-save");
      awaitText(tab, "duplicate-desk", "Name a report at least");
      tab.forgive("400 (Bad Request)");
      tab.at("duplicate-desk").getByLabel("EXERCISE fire at the mill").check();
      tab.at("split-title").press("Enter");
      awaitFocus(tab, "merge-undo");
      awaitText(tab, "merge-notice", "Split off: EXERCISE fire at the mill");
      assertThat(reports(incident)).containsExactly(stays);
      String made = incidentOf(leaves);
      assertThat(made).isNotEqualTo(incident);
      assertThat(state(made)).isEqualTo("REPORTED");

      tab.page().keyboard().press("Enter");
      awaitText(tab, "announcer", "Undone.");
      awaitText(tab, "reports", "EXERCISE fire at the mill");
      assertThat(reports(incident)).containsExactlyInAnyOrder(stays, leaves);
      tab.page().waitForCondition(() -> tab.at("merge-notice").count() == 0);
    }
  }

  @Test
  void whoMayNotWriteIncidentsSeesWhatIsAlikeAndNoButtons(Browser browser) throws Exception {
    String one = incident("EXERCISE theft at the ferry", 21.4234);
    incident("EXERCISE theft near the ferry", 21.4324);
    try (Tab tab = Tab.wideAs(browser, "viewer")) {
      tab.page().evaluate("hash => { location.hash = hash; }", "#v1////s=incident:" + one);
      tab.at("candidate").first().waitFor();
      for (String button : List.of("compare-open", "distinct", "split")) {
        assertThat(tab.at(button).count()).as(button).isZero();
      }
    }
  }

  private static void awaitFocus(Tab tab, String testId) {
    tab.page().waitForFunction("id => document.activeElement?.dataset.testid === id", testId);
  }

  private static void awaitText(Tab tab, String testId, String part) {
    tab.page()
        .waitForFunction(
            "([id, part]) => document.querySelector(`[data-testid=\"${id}\"]`)"
                + "?.textContent.includes(part)",
            List.of(testId, part));
  }

  private static String incident(String title, double longitude) throws Exception {
    return Demo.create(
        "/collections/incident/items",
        "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": ["
            + longitude
            + ", -30.4321]}, \"properties\": {\"valid_from\": \"2026-02-03T04:05:00Z\", \"type\":"
            + " \"CRIME\", \"radius_m\": 500, \"title\": \""
            + title
            + "\"}}");
  }

  private static String reportOf(String incident, String headline) throws Exception {
    String report =
        Demo.create(
            "/collections/report/items",
            "{\"type\": \"Feature\", \"geometry\": null, \"properties\": {\"channel\": \"RADIO\","
                + " \"received_at\": \"2026-02-03T05:05:00Z\", \"valid_from\":"
                + " \"2026-02-03T04:05:00Z\", \"raw_text\": \"EXERCISE\", \"headline\": \""
                + headline
                + "\"}}");
    SignedIn analyst = Demo.as(Demo.ANALYST);
    String link =
        "{\"type\": \"reported_by\", \"from\": {\"layer\": \"report\", \"id\": \"%s\"}, \"to\":"
                .formatted(report)
            + " {\"layer\": \"incident\", \"id\": \"%s\"}}".formatted(incident);
    HttpRequest.Builder request =
        analyst
            .request("/api/links")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(link));
    assertThat(analyst.send(request).statusCode()).isEqualTo(201);
    return report;
  }

  private static List<String> reports(String incident) throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode each : Demo.get("/api/workflow/incident/" + incident).path("reports")) {
      ids.add(each.path("report").path("id").asText());
    }
    return ids;
  }

  private static String incidentOf(String report) throws Exception {
    JsonNode links = Demo.get("/api/links/report/" + report).path("links");
    assertThat(links).hasSize(1);
    return links.get(0).path("other").path("id").asText();
  }

  private static String state(String incident) throws Exception {
    return Demo.get("/api/workflow/incident/" + incident).path("state").asText();
  }
}
