package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A picture frozen under a reference, opened by somebody else later, and left again. */
@ExtendWith(Chromium.class)
class SnapshotTest {

  private static final String AT_SEA =
      "#v1/13/-41.5/-28.5/t=2026-06-01..2026-06-30&l=incident&f.incident.severity=min:2";

  @Test
  void whatIsFrozenIsOpenedAsItWasByAnotherAndOneClickLeadsBackToNow(Browser browser)
      throws Exception {
    incident("EXERCISE buoy lost", -28.5);
    String ref;
    try (Tab tab = Tab.wideAs(browser, "duty-officer", AT_SEA + "&o=snapshots")) {
      tab.awaitNumber("count-incident", 1);
      tab.fill("snapshot-name", "EXERCISE sea lane at noon").click("snapshot-save");
      ref = tab.text("snapshot-saved").replaceFirst("(?s).*(S-[A-Z2-9]{4}).*", "$1");
      assertThat(ref).matches("S-[A-Z2-9]{4}");
    }
    incident("EXERCISE buoy found", -28.495);

    try (Tab tab =
        Tab.wideAs(browser, "analyst", "#v1////snap=" + ref.toLowerCase(java.util.Locale.ROOT))) {
      ShiftTest.awaitText(tab, "snapshot-title", "Snapshot " + ref + " · data as of");
      tab.awaitNumber("count-incident", 1);
      assertThat(tab.text("banner")).isEqualTo("UNCLASSIFIED");
      assertThat(tab.at("known-bar").isVisible()).as("one banner, not two").isFalse();
      assertThat(tab.text("snapshot-rights")).startsWith("UNCLASSIFIED · ").contains("own rights");
      tab.awaitAddress("snap=" + ref);
      tab.awaitAddress("known=");
      assertThat(tab.fragment()).contains("f.incident.severity=min:2");

      tab.page().keyboard().press("f");
      tab.page().keyboard().press("Escape");
      tab.at("chips").getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).first().click();
      tab.at("snapshot-changed").waitFor();
      tab.click("snapshot-restore");
      tab.at("snapshot-changed")
          .waitFor(
              new Locator.WaitForOptions()
                  .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));

      tab.click("snapshot-back");
      tab.awaitNumber("count-incident", 2);
      assertThat(tab.at("snapshot-bar").isVisible()).isFalse();
    }
    try (Tab tab = Tab.wideAs(browser, "duty-officer", AT_SEA + "&o=snapshots")) {
      Locator row = tab.page().locator("[data-testid=snapshot][data-ref='" + ref + "']");
      row.getByTestId("snapshot-withdraw").click();
      tab.click("snapshot-withdraw-sure");
      row.waitFor(
          new Locator.WaitForOptions()
              .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
      tab.fill("snapshot-ref", ref).click("snapshot-go");
      ShiftTest.awaitText(tab, "snapshot-bar", "Withdrawn by duty-officer");
      tab.fill("snapshot-ref", "S-2222").click("snapshot-go");
      ShiftTest.awaitText(tab, "snapshot-message", "no snapshot S-2222");
      tab.forgive("/api/snapshots/S-2222");
    }
  }

  static String incident(String title, double longitude) throws Exception {
    return Demo.create(
        "/collections/incident/items",
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%s, -41.5]},
         "properties": {"title": "%s", "type": "TENSION", "severity": 2, "exercise": true,
           "valid_from": "2026-06-15T10:00:00Z"}}
        """
            .formatted(longitude, title));
  }
}
