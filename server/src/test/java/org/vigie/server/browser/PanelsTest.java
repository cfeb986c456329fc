package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The chosen feature and a tool, both open: neither hides the other unasked. */
@ExtendWith(Chromium.class)
class PanelsTest {

  private static final List<String> TOOLS =
      List.of("inbox", "area", "analysis", "hotspot", "import", "entry", "marks");

  @Test
  void onAWideScreenEveryToolStandsBesideTheChosenFeature(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser, chosen())) {
      tab.at("detail-title").waitFor();
      for (String tool : TOOLS) {
        tab.click("tool-" + tool);
        tab.at("panel-" + tool).waitFor();
        assertThat(tab.at("detail").isVisible()).as(tool).isTrue();
        BoundingBox detail = tab.at("detail").boundingBox();
        BoundingBox panel = tab.at("tool-panel").boundingBox();
        assertThat(detail.x + detail.width).as(tool).isLessThanOrEqualTo(panel.x + 1);
        assertThat(tab.at("map").boundingBox().width).as(tool).isGreaterThan(500);
      }
      tab.page().keyboard().press("Escape");
      assertThat(tab.at("tool-panel").isVisible()).as("the last opened closes first").isFalse();
      assertThat(tab.at("detail").isVisible()).isTrue();
    }
  }

  @Test
  void onAPhoneWhatWasOpenedLastIsInFrontAndTheOtherOneTapAway(Browser browser) throws Exception {
    try (Tab tab = Tab.phone(browser, chosen())) {
      tab.at("detail-title").waitFor();
      for (String tool : TOOLS) {
        tab.click("phone-tools").click("tool-" + tool);
        tab.at("panel-" + tool).waitFor();
        assertThat(tab.at("detail").isVisible()).as(tool).isFalse();
        tab.click("show-detail");
        assertThat(tab.at("tool-panel").isVisible()).as(tool).isFalse();
        tab.at("detail-title").click();
      }
      tab.click("show-tool");
      assertThat(tab.at("panel-marks").isVisible()).isTrue();
      tab.click("tool-close");
      assertThat(tab.at("detail").isVisible()).isTrue();
      assertThat(tab.at("show-tool").isVisible()).as("nothing lies behind").isFalse();
    }
  }

  private static String chosen() throws Exception {
    JsonNode first = Demo.get("/collections/incident/items?limit=1").path("features").get(0);
    return "#v1////s=incident:" + first.path("id").asText();
  }
}
