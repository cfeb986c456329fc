package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The day of a protection adviser: a hotspot from its first corner to the map on paper, by keys.
 */
@ExtendWith(Chromium.class)
class ProtectionAdviserDayTest {

  /** Where patrols of the exercise go by. */
  private static final double LON = -20.9;

  private static final double LAT = -11.1;

  /** Degrees to each side of the hotspot. */
  private static final double HALF = 0.1;

  @Test
  void aHotspotIsDrawnLinkedSplitMergedAndPrintedWithoutAPointer(Browser browser) throws Exception {
    alert();
    try (Tab tab = Tab.blank(browser)) {
      Keyboard keys = Keyboard.signIn(tab, "protection-adviser", "");
      draws(tab, keys);
      // from the top of the card down: whoever has linked something goes on from there
      links(tab, keys, "attach-patrol");
      links(tab, keys, "attach-alert");
      splits(tab, keys);
      merges(tab, keys);
      keys.press("Escape", "Escape");

      keys.press("p");
      tab.at("print-title").waitFor();
      keys.toId("print-title").replace("EXERCISE Ulozel, for the weekly meeting");
      keys.await("sheet-title", "EXERCISE Ulozel");
      assertThat(tab.text("sheet-mark")).contains("CONFIDENTIAL");
      keys.to("[data-testid=print-print]:not([disabled])");
    }
  }

  private static void draws(Tab tab, Keyboard keys) {
    keys.press("h").awaitFocus(".tool .panel-head h2");
    typesOutline(
        keys, lines(new double[][] {{-HALF, HALF}, {HALF, HALF}, {HALF, -HALF}, {-HALF, -HALF}}));
    corners(tab, 4);
    tab.at("live-count").waitFor();
    keys.backTo(Keyboard.of("sketch-undo")).press("Enter");
    corners(tab, 0);
    keys.toId("sketch-redo").press("Enter");
    corners(tab, 4);

    keys.toId("field-name").type("EXERCISE Ulozel").press("Tab").type("Wa");
    keys.toId("field-review_date").replace("2026-08-01");
    keys.press("Control+Enter").await("detail-title", "EXERCISE Ulozel");
  }

  /** An alert that nobody has answered yet. */
  private static void alert() throws Exception {
    Demo.create(
        "/collections/poc-alert/items",
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%s, %s]},
         "properties": {"title": "EXERCISE armed men near the market",
           "threat_type": "ARMED_MOVEMENT", "valid_from": "2026-06-29T08:00:00Z",
           "received_at": "2026-06-29T08:00:00Z",
           "exercise": true}}
        """
            .formatted(LON, LAT));
  }

  /** Positions as a person types them, one a line, latitude first. */
  private static String lines(double[][] offsets) {
    return Arrays.stream(offsets)
        .map(offset -> String.format(Locale.ROOT, "%.4f, %.4f", LAT + offset[1], LON + offset[0]))
        .collect(Collectors.joining("\n"));
  }

  /** Whoever opened the typed figures before finds them open. */
  private static void typesOutline(Keyboard keys, String lines) {
    keys.to("#sketch-typed, [data-testid=sketch-typing]:not([open]) > summary");
    if (keys.isAt("summary")) {
      keys.press("Enter", "Tab");
    }
    keys.replace(lines).use("sketch-apply");
  }

  private static void links(Tab tab, Keyboard keys, String testId) {
    tab.at(testId).first().waitFor();
    int before = tab.at(testId).count();
    keys.use(testId);
    tab.page().waitForCondition(() -> tab.at(testId).count() < before);
  }

  /** After linking, the focus is still in the card, below what the record offers. */
  private static void splits(Tab tab, Keyboard keys) {
    edits(tab, keys.backTo(Keyboard.of("edit-hotspot")));
    keys.use("draw-split");
    typesOutline(keys, lines(new double[][] {{0.01, 2 * HALF}, {0.01, -2 * HALF}}));
    tab.at("sketch-pieces").waitFor();
    keys.use("pieces-two").awaitFocus(Keyboard.of("split-name"));
    keys.type("EXERCISE Ulozel east").press("Enter");
    keys.await("hotspot-divided", "EXERCISE Ulozel east");
    shows(tab, keys);
  }

  private static void merges(Tab tab, Keyboard keys) {
    edits(tab, keys.toId("edit-hotspot"));
    tab.at("hotspot-merge").waitFor();
    keys.to("[data-testid=hotspot-merge] > summary").press("Enter");
    keys.toId("merge-other").type("EXERCISE Ulozel east").use("merge-save");
    keys.await("hotspot-divided", "EXERCISE Ulozel east");
    shows(tab, keys);
  }

  private static void edits(Tab tab, Keyboard keys) {
    keys.press("Enter").awaitFocus(".tool .panel-head h2");
    corners(tab, 4);
  }

  private static void shows(Tab tab, Keyboard keys) {
    keys.toId("division-undo").press("Tab", "Enter");
    tab.at("panel-hotspot")
        .waitFor(
            new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    keys.await("detail-title", "EXERCISE Ulozel");
  }

  private static void corners(Tab tab, int expected) {
    tab.page().waitForCondition(() -> tab.page().locator(".sketch-corner").count() == expected);
  }
}
