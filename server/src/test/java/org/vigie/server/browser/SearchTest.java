package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One field to find and to go: coordinates, places, features, layers, tools. */
@ExtendWith(Chromium.class)
class SearchTest {

  @Test
  void aGridReferencePutsAPinWithItsPrecisionAndSaysWhatIsNear(Browser browser) {
    try (Tab tab = Tab.wide(browser)) {
      find(tab, "27L VH 48 95");
      tab.page().keyboard().press("Enter");
      tab.at("pin-card").waitFor();
      assertThat(tab.text("pin-where")).contains("10.8958").contains("within 707 m");
      tab.page()
          .waitForFunction(
              "() => /\\(\\d{3}°\\) of Lutheven/.test("
                  + "document.querySelector('[data-testid=pin-near]').textContent)");
      assertThat(tab.text("pin-near")).contains("Team Site Lutheven").contains("km");
      tab.awaitAddress("pin=-21.471253,-10.895818,707");
      String shared = tab.fragment();
      tab.click("pin-close");
      tab.page().waitForFunction("() => !location.hash.includes('pin=')");
      try (Tab other = Tab.wideAs(browser, "duty-officer", "#" + shared)) {
        assertThat(other.text("pin-where")).as("a link says there").contains("10.8958");
      }
    }
  }

  @Test
  void aReferenceOpensTheFeatureWhateverThePeriod(Browser browser) throws Exception {
    JsonNode old =
        Demo.get("/collections/incident/items?limit=1&sortby=valid_from")
            .path("features")
            .path(0)
            .path("properties");
    try (Tab tab = Tab.wide(browser)) {
      find(tab, old.path("ref").asText());
      tab.at("find-features").getByText("outside the period").first().waitFor();
      tab.page().keyboard().press("Enter");
      assertThat(tab.text("detail-title")).contains(old.path("title").asText());
    }
  }

  @Test
  void layersAndToolsAreFoundAndWhatWasChosenIsOfferedAgain(Browser browser) {
    try (Tab tab = Tab.wide(browser)) {
      find(tab, "mgrs gr");
      tab.at("find-tools").getByText("MGRS grid").waitFor();
      tab.page().keyboard().press("Enter");
      tab.awaitAddress("g=mgrs");
      find(tab, "lutheven");
      tab.at("find-places").getByText("Town").first().waitFor();
      tab.page().keyboard().press("Enter");
      tab.at("pin-card").waitFor();
      tab.page().keyboard().press("/");
      assertThat(tab.text("find-recent")).contains("Lutheven").contains("MGRS grid");
      String kept = (String) tab.page().evaluate("localStorage.getItem('vigie.search.recent')");
      assertThat(kept).as("what was typed is not kept").doesNotContain("mgrs gr");
      tab.click("find-forget");
      assertThat(tab.page().evaluate("localStorage.getItem('vigie.search.recent')")).isNull();
    }
  }

  @Test
  void theLastLineFiltersThePictureAsBefore(Browser browser) {
    try (Tab tab = Tab.wide(browser)) {
      find(tab, "checkpoint");
      tab.at("find-filter").locator("[role=option]").click();
      tab.awaitAddress("q=checkpoint");
    }
  }

  @Test
  void onlyTheAnswerToWhatStandsInTheFieldIsShown(Browser browser) {
    try (Tab tab = Tab.wide(browser)) {
      AtomicInteger late = new AtomicInteger();
      Page page = tab.page();
      page.route(
          "**/api/places?q=galieth*",
          route -> {
            late.incrementAndGet();
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody("{\"places\":[]}"));
          });
      find(tab, "galieth");
      find(tab, "lutheven");
      tab.at("find-places").getByText("Town").first().waitFor();
      assertThat(tab.text("find-results")).contains("Lutheven").doesNotContain("Galieth");
    }
  }

  @Test
  void whatACallerMayNotSeeIsNotFoundAndNothingSaysThatItIsThere(Browser browser) throws Exception {
    JsonNode hidden =
        Demo.get(
                "/collections/incident/items?limit=1&filter=classification%20%3D%20%27STRICTLY_"
                    + "CONFIDENTIAL%27")
            .path("features")
            .path(0)
            .path("properties");
    String reference = hidden.path("ref").asText();
    assertThat(reference).isNotEmpty();
    try (Tab tab = Tab.wideAs(browser, "viewer")) {
      find(tab, reference);
      assertThat(tab.text("find-nothing")).contains(reference);
      assertThat(tab.at("find-features").count()).isZero();
    }
    try (Tab tab = Tab.wide(browser)) {
      find(tab, reference);
      tab.at("find-features").getByText(reference).first().waitFor();
    }
  }

  private static void find(Tab tab, String text) {
    tab.page().keyboard().press("/");
    assertThat(tab.page().evaluate("document.activeElement.id")).isEqualTo("find");
    tab.fill("find", text);
  }
}
