package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class EntryTest {

  private static final String DUTY_OFFICER = "duty-officer";

  @Test
  void aFlashReportIsWrittenByKeyboardAloneWithItsRingOnTheMapBeforeItIsSaved(Browser browser)
      throws Exception {
    JsonNode place = Demo.get("/collections/place/items?limit=1").path("features").path(0);
    String name = place.path("properties").path("name").asText();
    try (Tab tab = Tab.wideAs(browser, "reporter")) {
      Keyboard keys = tab.page().keyboard();
      keys.press("n");
      awaitFocus(tab, "where");
      keys.type("5 km NE of " + name);
      tab.page().locator(".entry-ring").waitFor();
      assertThat(tab.text("where-spot")).contains("5 km NE of " + name).contains("within");
      assertThat(reports("EXERCISE ford")).as("nothing is kept yet").isEmpty();

      tabTo(tab, "field-headline");
      keys.type("EXERCISE ford");
      tabTo(tab, "field-raw_text");
      keys.type("Two bursts heard at the ford.");
      tabTo(tab, "field-source_reliability");
      keys.type("B");
      keys.press("Control+Enter");
      tab.at("entry-saved").waitFor();
      forgiveAbsentDuplicates(tab);

      JsonNode stored = reports("EXERCISE ford").get(0);
      assertThat(stored.at("/properties/location_class").asText()).isEqualTo("NEAR_PLACE");
      assertThat(stored.at("/properties/radius_m").asDouble()).isGreaterThan(1_000);
      assertThat(stored.at("/properties/coord_original").asText()).isEqualTo("5 km NE of " + name);
      assertThat(stored.at("/properties/source_reliability").asText()).isEqualTo("B");
      assertThat(stored.at("/properties/channel").asText()).isEqualTo("WEB");
      assertThat(stored.at("/properties/exercise").asBoolean()).isTrue();
      assertThat(stored.at("/properties/valid_from").asText())
          .as("the exercise's clock stands still at its end")
          .startsWith("2026-06-30T23:59");
      assertThat(stored.at("/properties/classification").asText()).isEqualTo("CONFIDENTIAL");
      assertThat(stored.at("/geometry/coordinates/0").asDouble())
          .as("north-east of the place")
          .isGreaterThan(place.at("/geometry/coordinates/0").asDouble());
      keys.press("Enter");
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE ford");
      tab.at("correct-entry").waitFor();
      awaitFragment(tab, stored.path("id").asText());
    }
  }

  @Test
  void exchangedCoordinatesAreAskedAboutAndADraftOutlivesAReload(Browser browser) throws Exception {
    JsonNode at =
        Demo.get("/collections/place/items?limit=1").at("/features/0/geometry/coordinates");
    try (Tab tab = Tab.wideAs(browser, DUTY_OFFICER)) {
      tab.click("tool-entry");
      tab.at("entry-what").selectOption("incident");
      tab.fill("where", at.get(0).asText() + ", " + at.get(1).asText());
      tab.at("where-ask-swapped").waitFor();
      tab.fill("field-title", "EXERCISE exchanged");
      tab.at("field-type").selectOption("BATTLES");
      tab.click("entry-save");
      assertThat(tab.text("where-problem")).contains("Answer the question");
      assertThat(incidents("EXERCISE exchanged")).isEmpty();

      tab.click("where-exchange");
      tab.at("where-ask-swapped")
          .waitFor(
              new com.microsoft.playwright.Locator.WaitForOptions()
                  .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
      awaitDraft(tab, "EXERCISE exchanged");
      tab.page().reload();
      tab.at("draft-restored").waitFor();
      assertThat(tab.at("field-title").inputValue()).isEqualTo("EXERCISE exchanged");
      tab.page().locator(".entry-ring").waitFor();
      tab.click("entry-save");
      tab.at("entry-saved").waitFor();
      forgiveAbsentDuplicates(tab);

      JsonNode stored = incidents("EXERCISE exchanged").get(0);
      assertThat(stored.at("/geometry/coordinates/0").asDouble())
          .isCloseTo(at.get(0).asDouble(), org.assertj.core.data.Offset.offset(1e-5));
      tab.click("saved-undo");
      tab.at("entry-form").waitFor();
      assertThat(incidents("EXERCISE exchanged")).as("taken back").isEmpty();
    }
  }

  @Test
  void whatCouldNotBeSentIsSentOnceWhenTheServerIsThereAgain(Browser browser) throws Exception {
    try (Tab tab = Tab.wideAs(browser, DUTY_OFFICER)) {
      tab.click("tool-entry");
      tab.at("entry-what").selectOption("incident");
      tab.at("where-unknown").check();
      tab.fill("field-title", "EXERCISE cable");
      tab.at("field-type").selectOption("RIOTS");
      // The answer is lost on the way back: the server has it, the page does not know.
      tab.page()
          .route(
              "**/collections/incident/items",
              route -> {
                route.fetch();
                route.abort();
              });
      tab.click("entry-save");
      assertThat(tab.text("entry-queued")).contains("is sent, once");
      assertThat(tab.text("unsent")).contains("1 not sent");
      assertThat(incidents("EXERCISE cable")).hasSize(1);
      tab.page().unroute("**/collections/incident/items");
      tab.click("queued-list").click("queue-send");
      tab.at("queue-empty").waitFor();
      assertThat(incidents("EXERCISE cable")).as("kept once").hasSize(1);
      tab.forgive("ERR_FAILED");
      forgiveAbsentDuplicates(tab);
      Demo.remove(
          "/collections/incident/items/" + incidents("EXERCISE cable").get(0).path("id").asText());
    }
  }

  @Test
  void twoEditsOfOneIncidentAreBroughtTogetherFieldByField(Browser browser) throws Exception {
    try (Tab tab = Tab.wideAs(browser, DUTY_OFFICER)) {
      tab.click("tool-entry");
      tab.at("entry-what").selectOption("incident");
      tab.at("where-unknown").check();
      tab.fill("field-title", "EXERCISE first");
      tab.at("field-type").selectOption("CRIME");
      tab.click("entry-save").click("saved-open").click("edit-entry");
      tab.at("entry-task").waitFor();
      tab.fill("field-title", "EXERCISE mine");

      String path =
          "/collections/incident/items/" + incidents("EXERCISE first").get(0).path("id").asText();
      Demo.patch(
          path,
          Demo.tag(path),
          "{\"properties\": {\"title\": \"EXERCISE theirs\", \"severity\": 4}}");
      tab.click("entry-save");
      assertThat(tab.text("entry-conflict"))
          .contains("EXERCISE theirs")
          .contains("EXERCISE mine")
          .contains("Severity");
      tab.forgive("412");
      tab.click("conflict-save");
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE mine");
      JsonNode merged = Demo.get(path).path("properties");
      assertThat(merged.path("title").asText()).isEqualTo("EXERCISE mine");
      assertThat(merged.path("severity").asInt()).as("their change is kept").isEqualTo(4);
      assertThat(merged.path("version").asInt()).isEqualTo(3);
      forgiveAbsentDuplicates(tab);
    }
  }

  /** Moves on by Tab until the field has the focus; fails when it cannot be reached so. */
  private static void tabTo(Tab tab, String testId) {
    for (int i = 0; i < 20; i++) {
      tab.page().keyboard().press("Tab");
      if (testId.equals(focus(tab))) {
        return;
      }
    }
    throw new AssertionError(testId + " cannot be reached by Tab");
  }

  private static String focus(Tab tab) {
    return String.valueOf(tab.page().evaluate("() => document.activeElement?.dataset.testid"));
  }

  private static void awaitFocus(Tab tab, String testId) {
    tab.page().waitForFunction("id => document.activeElement?.dataset.testid === id", testId);
  }

  private static void awaitDraft(Tab tab, String part) {
    tab.page()
        .waitForFunction(
            "part => Object.values(sessionStorage).some(text => text.includes(part))", part);
  }

  private static void awaitFragment(Tab tab, String part) {
    tab.page().waitForFunction("part => location.hash.includes(part)", part);
  }

  /** A server that does not look for duplicates answers 404, which the browser writes down. */
  private static void forgiveAbsentDuplicates(Tab tab) {
    tab.forgive("/api/duplicates");
  }

  private static List<JsonNode> reports(String headline) throws Exception {
    return found("report", "headline", headline);
  }

  private static List<JsonNode> incidents(String title) throws Exception {
    return found("incident", "title", title);
  }

  private static List<JsonNode> found(String layer, String property, String text) throws Exception {
    String filter = URLEncoder.encode(property + "='" + text + "'", StandardCharsets.UTF_8);
    JsonNode page = Demo.get("/collections/" + layer + "/items?filter=" + filter);
    return List.copyOf(page.path("features").findParents("geometry"));
  }
}
