package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.server.testing.SignedIn;

/** Ground of the mission's own: brought by dropping a file, credited wherever it is drawn. */
@ExtendWith(Chromium.class)
class BasemapTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VIEW = "#v1/9.5/-10.9/-21.4/";
  private static final String CREDIT = "EXERCISE Mapping Cell <b>fictional</b>, CC BY 4.0";

  /** Fictional. */
  private static final String ROADS =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": "EXERCISE Road", "highway": "primary"}, "geometry":
          {"type": "LineString", "coordinates": [[-21.9, -11.1], [-21.4, -10.9], [-20.9, -10.8]]}},
        {"type": "Feature", "properties": {"name": "EXERCISE Lake", "natural": "water"}, "geometry":
          {"type": "Polygon", "coordinates":
            [[[-21.5, -11.0], [-21.3, -11.0], [-21.3, -10.9], [-21.5, -10.9], [-21.5, -11.0]]]}}]}
      """;

  private static final String DROP =
      """
      ([name, text]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], name));
        document.body.dispatchEvent(
          new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      }
      """;

  /** Whether anything is painted on the canvases of basemaps. */
  private static final String IS_DRAWN =
      """
      (scope) => [...document.querySelectorAll(`${scope} .leaflet-basemaps-pane canvas`)].some(
        (canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
          .data.some((value) => value > 0))
      """;

  @Test
  void droppedRoadsAskWhoseTheyAreAndLieBeneathThePictureOnScreenAndPaper(Browser browser) {
    try (Tab tab = Tab.wideAs(browser, "administrator", VIEW)) {
      drop(tab, "exercise_roads.geojson", ROADS);
      assertThat(tab.text("drop-dialog")).contains("exercise_roads.geojson", "lines and areas");
      tab.click("drop-ground").click("ground-send");
      assertThat(tab.text("ground-missing")).contains("whose work");
      tab.fill("ground-attribution", CREDIT).click("ground-send");
      tab.page().waitForCondition(() -> tab.text("attribution").contains(CREDIT));
      awaitDrawn(tab, ".map-area");
      assertThat(tab.page().locator("[data-testid=attribution] b").count()).isZero();
      assertThat(tab.at("disclaimer").isVisible()).isTrue();
      assertThat(Axe.problems(tab.page(), "[data-testid=tool-panel]")).isEmpty();

      tab.click("tool-close");
      tab.page().keyboard().press("p");
      tab.page().waitForSelector("[data-testid=print-desk][data-state=ready]");
      assertThat(tab.text("sheet-attribution")).contains(CREDIT);
      awaitDrawn(tab, ".sheet");

      tab.click("tool-close").click("basemaps");
      tab.page().locator("[data-testid^=ground-on-]").first().uncheck();
      tab.at("attribution").waitFor(OfflineTest.hidden());
      tab.awaitAddress("ground=");
      tab.page().locator("[data-testid^=ground-remove-]").first().click();
      tab.click("ground-remove-sure");
      tab.page().waitForCondition(() -> tab.page().locator(".ground-card").count() == 1);
    }
  }

  @Test
  void whoeverMayNotAddBasemapsIsToldWhoMay(Browser browser) {
    try (Tab tab = Tab.wideAs(browser, "viewer", VIEW)) {
      drop(tab, "exercise_roads.geojson", ROADS);
      assertThat(tab.text("ground-who")).contains("administrators");
      assertThat(tab.at("ground-file").count()).isZero();
      drop(tab, "orders.pdf", "%PDF-1.7");
      tab.page().waitForCondition(() -> tab.text("announcer").contains("orders.pdf"));
      assertThat(tab.text("announcer")).contains("is not taken", "MBTiles");
    }
  }

  @Test
  void withTheCableOutTheGroundIsThere(Browser browser) throws Exception {
    String path = add("UNCLASSIFIED");
    try (Tab tab = Tab.withWorker(browser, Demo.url(), Demo.signIn("viewer"), VIEW)) {
      awaitDrawn(tab, ".map-area");
      OfflineTest.awaitKept(tab);
      tab.page().waitForCondition(() -> OfflineTest.lookedThrough(tab).contains(path + "/tiles/"));
      tab.context().setOffline(true);
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      tab.at("offline").waitFor();
      assertThat(tab.text("attribution")).contains(CREDIT);
      awaitDrawn(tab, ".map-area");
      tab.page().navigate("about:blank"); // or the page asks once more for what changed
      tab.forgive("ERR_INTERNET_DISCONNECTED");
      tab.forgive("Failed to load resource");
    }
  }

  @Test
  void whatIsMarkedAboveTheSettingIsLeftToNoCacheOfTheBrowser() throws Exception {
    for (String mark : List.of("UNCLASSIFIED", "CONFIDENTIAL")) {
      String path = add(mark);
      SignedIn officer = Demo.as("duty-officer");
      JsonNode made = awaitReady(officer, path);
      String tile = made.path("tiles").asText().replaceAll("\\{[xyz]}", "0");
      HttpHeaders said = officer.send(officer.request(tile)).headers();
      assertThat(said.firstValue("Cache-Control").orElseThrow())
          .as(mark)
          .contains(mark.equals("UNCLASSIFIED") ? "immutable" : "no-store");
      assertThat(said.firstValue("X-Keep-Offline").orElseThrow())
          .as(mark)
          .endsWith(mark.equals("UNCLASSIFIED") ? " open" : " locked");
    }
  }

  @AfterEach
  void leaveNoGroundToOtherTests() throws Exception {
    SignedIn officer = Demo.as("duty-officer");
    String listed = officer.send(officer.request("/basemaps")).body();
    for (JsonNode each : JSON.readTree(listed).path("basemaps")) {
      remove("/basemaps/" + each.path("id").asText());
    }
  }

  private static void drop(Tab tab, String name, String content) {
    tab.page().evaluate(DROP, List.of(name, content));
  }

  private static void awaitDrawn(Tab tab, String scope) {
    tab.page().waitForCondition(() -> (Boolean) tab.page().evaluate(IS_DRAWN, scope));
  }

  /** The path of a basemap that was added behind the browser's back. */
  private static String add(String mark) throws Exception {
    SignedIn officer = Demo.as("duty-officer");
    String said = "title=EXERCISE&filename=roads.geojson&classification=" + mark;
    String credit = URLEncoder.encode(CREDIT, StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        officer.send(
            officer
                .request("/basemaps?" + said + "&attribution=" + credit)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(ROADS)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return "/basemaps/" + JSON.readTree(answer.body()).path("id").asText();
  }

  private static void remove(String path) throws Exception {
    SignedIn officer = Demo.as("duty-officer");
    officer.send(officer.request(path).DELETE());
  }

  private static JsonNode awaitReady(SignedIn user, String path) throws Exception {
    JsonNode made = JSON.readTree(user.send(user.request(path)).body());
    return made.path("state").asText().equals("preparing") ? awaitReady(user, path) : made;
  }
}
