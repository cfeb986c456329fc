package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a suggested area to a hotspot that somebody answers for, and what it holds now. */
@ExtendWith(Chromium.class)
class HotspotCardTest {

  private static final String QUARTER = "#v1/7/-11/-21.5/t=2026-04-01..2026-06-30";

  @Test
  void aSuggestionBecomesAHotspotBesideItAndRunsAgainOnTheDataOfToday(Browser browser)
      throws Exception {
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      tab.click("tool-analysis");
      tab.at("parameter-epsM").waitFor();
      tab.click("analysis-run");
      tab.number("analysis-count");
      tab.click("finding-1");
      tab.at("keep-hotspot").locator("summary").first().click();
      tab.fill("field-name", "EXERCISE suggested").fill("field-review_date", "2026-08-01");
      tab.fill("field-patrols_per_week", "3");
      tab.at("field-level").first().selectOption("WATCH");
      tab.click("keep-hotspot-save").click("hotspot-show");
      JsonNode hotspot = find("hotspot", "EXERCISE%20suggested");
      JsonNode suggestion = find("hotspot-suggestion", "EXERCISE%20suggested");
      assertThat(hotspot.at("/properties/suggestion_id").asText())
          .isEqualTo(suggestion.path("id").asText());
      assertThat(suggestion.at("/properties/process").asText()).isEqualTo("cluster-density");
      assertThat(suggestion.at("/properties/data_sequence").asLong()).isPositive();
      assertThat(suggestion.path("geometry")).isEqualTo(hotspot.path("geometry"));

      assertThat(tab.text("suggestion-shares")).contains("100 % of this area was suggested");
      assertThat(tab.number("area-count")).isPositive();
      assertThat(tab.text("card-coverage")).contains("3 a week required");
      assertThat(tab.text("card-drift")).contains("were known when it was drawn");
      tab.click("suggestion-run");
      tab.page()
          .waitForFunction(
              "() => /is found; when it was suggested/.test("
                  + "document.querySelector('[data-testid=suggestion-again]')?.textContent)");

      String path = "/collections/hotspot/items/" + hotspot.path("id").asText();
      Demo.patch(
          path,
          Demo.tag(path),
          """
          {"geometry": {"type": "Polygon", "coordinates":
            [[[-21, -11], [-20.9, -11], [-20.9, -10.9], [-21, -10.9], [-21, -11]]]}}
          """);
      tab.page()
          .waitForFunction(
              "() => /^0 % of this area/.test("
                  + "document.querySelector('[data-testid=suggestion-shares]')?.textContent)");
      assertThat(find("hotspot-suggestion", "EXERCISE%20suggested").path("geometry"))
          .as("what was suggested stays as it was")
          .isEqualTo(suggestion.path("geometry"));
    }
  }

  @Test
  void theCardFollowsWhatOthersRecordAndThePeriod(Browser browser) throws Exception {
    String id = create("EXERCISE quiet bay", "2026-12-01");
    try (Tab tab = Tab.wide(browser, QUARTER + "&s=hotspot:" + id)) {
      tab.awaitNumber("area-count", 0);
      assertThat(tab.text("card-never")).contains("unknown");
      Demo.create(
          "/collections/incident/items",
          """
          {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-27.95, -14.95]},
           "properties": {"title": "EXERCISE shots heard", "type": "BATTLES",
             "severity": 3,
             "valid_from": "2026-06-01T10:00:00Z", "exercise": true}}
          """);
      tab.awaitNumber("area-count", 1);
      tab.click("preset-7");
      tab.awaitNumber("area-count", 0);
    }
  }

  @Test
  void overdueReviewsAreListedInTheInboxAndOpenTheirHotspot(Browser browser) throws Exception {
    create("EXERCISE forgotten valley", "2025-01-01");
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      tab.click("tool-inbox");
      assertThat(tab.text("overdue-count")).contains("Overdue hotspot reviews");
      assertThat(tab.at("overdue-review").first().innerText())
          .as("the longest overdue first")
          .contains("EXERCISE forgotten valley")
          .contains("days overdue");
      tab.at("overdue-review").first().focus();
      tab.page().keyboard().press("Enter");
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE forgotten valley");
      assertThat(tab.text("card-review")).contains("overdue");
    }
  }

  @Test
  void anAdviserLinksTheAlertAndThePatrolThatTheCardNames(Browser browser) throws Exception {
    String id = create("EXERCISE linked cove", "2026-12-01");
    Demo.create(
        "/collections/poc-alert/items",
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-27.97, -14.97]},
         "properties": {"title": "EXERCISE cattle thieves seen", "threat_type": "CATTLE",
           "received_at": "2026-06-02T08:00:00Z", "valid_from": "2026-06-02T08:00:00Z",
           "exercise": true}}
        """);
    Demo.create(
        "/collections/patrol/items",
        """
        {"type": "Feature", "geometry": {"type": "LineString",
           "coordinates": [[-28.05, -14.95], [-27.85, -14.95]]},
         "properties": {"patrol_no": "EXERCISE-COVE-1", "patrol_type": "FOOT", "result": "EXECUTED",
           "valid_from": "2026-06-29T06:00:00Z", "valid_to": "2026-06-29T10:00:00Z",
           "exercise": true}}
        """);
    try (Tab tab = Tab.wideAs(browser, "protection-adviser", QUARTER + "&s=hotspot:" + id)) {
      tab.click("attach-alert");
      tab.at("attach-alert").waitFor(gone());
      tab.click("attach-patrol");
      tab.at("attach-patrol").waitFor(gone());
      JsonNode links = Demo.get("/api/links/hotspot/" + id).path("links");
      assertThat(links.findValuesAsText("type")).containsExactlyInAnyOrder("caused_by", "part_of");
      tab.page().reload();
      tab.at("card-coverage").waitFor();
      assertThat(tab.at("attach-alert").count() + tab.at("attach-patrol").count())
          .as("what is linked is not offered again")
          .isZero();
    }
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  @Test
  void onAPhoneTheCardIsReadWithoutScrollingSideways(Browser browser) throws Exception {
    String id = create("EXERCISE narrow pass", "2026-12-01");
    try (Tab tab = Tab.phone(browser, QUARTER + "&s=hotspot:" + id)) {
      tab.at("card-coverage").waitFor();
      assertThat(
              tab.page()
                  .evaluate(
                      "(() => { const body = document.querySelector('.detail-body');"
                          + " return body.scrollWidth - body.clientWidth; })()"))
          .isEqualTo(0);
    }
  }

  private static String create(String name, String review) throws Exception {
    return Demo.create(
        "/collections/hotspot/items",
        """
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates":
          [[[-28, -15], [-27.9, -15], [-27.9, -14.9], [-28, -14.9], [-28, -15]]]},
         "properties": {"name": "%s", "level": "WATCH", "method": "MANUAL",
           "review_date": "%s", "patrols_per_week": 2, "exercise": true,
           "valid_from": "2026-03-01T00:00:00Z"}}
        """
            .formatted(name, review));
  }

  private static JsonNode find(String layer, String name) throws Exception {
    return Demo.get("/collections/" + layer + "/items?filter=name='" + name + "'")
        .path("features")
        .path(0);
  }
}
