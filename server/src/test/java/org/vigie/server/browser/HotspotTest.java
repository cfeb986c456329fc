package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class HotspotTest {

  @Test
  void anAdviserDrawsAHotspotChangesItMeetsAConflictAndDeletesIt(Browser browser) throws Exception {
    long before = AreaTest.hotspots();
    try (Tab tab = Tab.wide(browser, "#v1/7/-11/-21.5/t=2026-04-01..2026-06-30")) {
      tab.click("tool-hotspot").click("draw-polygon");
      tab.clickMap(.4, .4).clickMap(.55, .4).clickMap(.55, .6).clickMap(.4, .6);
      tab.page().keyboard().press("Enter");
      tab.click("hotspot-save");
      assertThat(tab.page().locator("[aria-invalid=true]").count())
          .as("required fields are pointed at")
          .isPositive();
      tab.fill("field-name", "EXERCISE river bend").fill("field-review_date", "2026-08-01");
      tab.at("field-level").first().selectOption("FLASHPOINT");
      tab.click("hotspot-save");
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE river bend");
      assertThat(AreaTest.hotspots()).isEqualTo(before + 1);

      tab.click("edit-hotspot");
      tab.page().locator(".sketch-corner").first().press("ArrowUp");
      tab.fill("field-name", "EXERCISE river bend north").click("hotspot-save");
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE river bend north");
      JsonNode stored = find("EXERCISE%20river%20bend%20north");
      assertThat(stored.path("properties").path("version").asLong()).isEqualTo(2);

      tab.click("edit-hotspot");
      tab.at("field-name").first().waitFor();
      String path = "/collections/hotspot/items/" + stored.path("id").asText();
      Demo.patch(path, Demo.tag(path), "{\"properties\": {\"owner\": \"Somebody else\"}}");
      tab.fill("field-name", "EXERCISE lost edit").click("hotspot-save");
      assertThat(tab.text("hotspot-conflict")).contains("Somebody else changed");
      assertThat(tab.at("field-name").first().inputValue()).isEqualTo("EXERCISE lost edit");
      tab.forgive("412");
      tab.at("hotspot-conflict").locator("button").click();
      tab.page()
          .waitForFunction(
              "() => document.querySelector('[data-testid=field-name]')?.value"
                  + " === 'EXERCISE river bend north'");

      tab.click("hotspot-delete").click("hotspot-delete-sure");
      tab.at("hotspot-removed").waitFor();
      assertThat(AreaTest.hotspots()).isEqualTo(before);
    }
  }

  @Test
  void whoeverPressesSaveTwiceMakesOneHotspot(Browser browser) throws Exception {
    long before = AreaTest.hotspots();
    try (Tab tab = Tab.wide(browser, "#v1/7/-11/-21.5/t=2026-04-01..2026-06-30")) {
      tab.click("tool-hotspot").click("draw-polygon");
      tab.clickMap(.4, .4).clickMap(.55, .4).clickMap(.55, .6).clickMap(.4, .6);
      tab.page().keyboard().press("Enter");
      tab.fill("field-name", "EXERCISE impatient").fill("field-review_date", "2026-08-01");
      tab.at("field-level").first().selectOption("FLASHPOINT");
      tab.at("hotspot-save").dblclick();
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE impatient");
      tab.click("edit-hotspot").click("hotspot-delete").click("hotspot-delete-sure");
      tab.at("hotspot-removed").waitFor();
      assertThat(AreaTest.hotspots()).isEqualTo(before);
    }
  }

  private static JsonNode find(String name) throws Exception {
    return Demo.get("/collections/hotspot/items?filter=name='" + name + "'")
        .path("features")
        .path(0);
  }
}
