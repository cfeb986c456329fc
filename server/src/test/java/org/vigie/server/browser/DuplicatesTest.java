package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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

  private static String state(String incident) throws Exception {
    return Demo.get("/api/workflow/incident/" + incident).path("state").asText();
  }
}
