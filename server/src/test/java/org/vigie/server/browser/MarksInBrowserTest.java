package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.server.testing.SignedIn;

/** Raising a mark takes an incident from those below it at once; lowering takes two persons. */
@ExtendWith(Chromium.class)
class MarksInBrowserTest {

  private static final String FIRST = "duty-officer";
  private static final String SECOND = "second-duty-officer";

  /** Open sea, where nothing else is. */
  private static final String AT_SEA = "#v1/14/-40.5/-38.5/t=2026-06-01..2026-06-30&l=incident";

  @Test
  void aRaisedIncidentLeavesTheViewersMapAndComesBackWhenASecondPersonAgrees(Browser browser)
      throws Exception {
    String id = incident("EXERCISE buoy", -38.5);
    incident("EXERCISE beacon, which stays as it is", -38.49);
    try (Tab viewer = Tab.wideAs(browser, "viewer", AT_SEA);
        Tab first = Tab.wideAs(browser, FIRST, AT_SEA + "&s=incident:" + id);
        Tab second = Tab.wideAs(browser, SECOND, AT_SEA)) {
      viewer.awaitNumber("count-incident", 2).clickMap(0.5, 0.5);
      assertThat(viewer.text("detail-title")).isEqualTo("EXERCISE buoy");
      assertThat(viewer.at("marks").count()).as("who only reads marks nothing").isZero();

      mark(first, "CONFIDENTIAL", "EXERCISE the source could be found by it");
      awaitText(first, "marks", "Confidential");
      refresh(viewer).awaitNumber("count-incident", 1);
      viewer.at("detail-missing").waitFor();
      viewer.click("detail-close").clickMap(0.5, 0.5);
      assertThat(viewer.at("detail-title").count()).as("nothing there to click").isZero();

      mark(first, "UNCLASSIFIED", "");
      assertThat(proposals(second)).as("no reason, no proposal").isZero();
      first.fill("marks-reason", "EXERCISE published by the press").click("marks-save");
      awaitText(first, "marks-status", "A second person must approve it");
      first.click("tool-marks").at("mark-reject").waitFor();
      assertThat(first.at("mark-approve").count()).as("his own proposal").isZero();
      refresh(viewer).awaitNumber("count-incident", 1);

      second.click("tool-marks").click("mark-approve");
      awaitText(second, "mark-proposals", "Nothing waits");
      refresh(viewer).awaitNumber("count-incident", 2);
      viewer.forgive("404");
    }
  }

  private static void mark(Tab tab, String level, String reason) {
    tab.at("marks").locator("summary").click();
    tab.at("marks-level").selectOption(level);
    tab.fill("marks-reason", reason).click("marks-save");
  }

  /** The page asks anew when somebody comes back to it. */
  private static Tab refresh(Tab tab) {
    tab.page().evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
    return tab;
  }

  private static int proposals(Tab tab) {
    Object count =
        tab.page()
            .evaluate(
                "async () => (await (await fetch('/api/marks/proposals')).json())"
                    + ".proposals.length");
    return ((Number) count).intValue();
  }

  private static void awaitText(Tab tab, String testId, String part) {
    tab.page()
        .waitForFunction(
            "([id, part]) => document.querySelector(`[data-testid=\"${id}\"]`)"
                + "?.textContent.includes(part)",
            List.of(testId, part));
  }

  private static String incident(String title, double longitude) throws Exception {
    String body =
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%s, -40.5]},
         "properties": {"title": "%s", "type": "TENSION", "severity": 2, "exercise": true,
           "valid_from": "2026-06-15T10:00:00Z"}}
        """
            .formatted(longitude, title);
    SignedIn officer = Demo.as(FIRST);
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
