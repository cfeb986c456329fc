package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The watch of a duty officer of the operations centre, by keys alone. */
@ExtendWith(Chromium.class)
class DutyOfficerDayTest {

  /** From the call to the report on the map; typing alone must leave time to listen. */
  private static final double PHONE_REPORT_SECONDS = 90;

  @Test
  void fromWhatChangedToTwoSnapshotsComparedWithoutAPointer(Browser browser) {
    try (Tab tab = Tab.blank(browser)) {
      Keyboard keys = Keyboard.signIn(tab, "duty-officer", "");

      keys.press("s").awaitFocus(".tool .panel-head h2");
      tab.at("shift-change").first().waitFor();
      keys.to(".shift-head").press("Enter").press("Escape", "Escape");
      tab.at("panel-shift").waitFor(hidden());
      keys.awaitFocus(Keyboard.of("map"));

      takesAPhoneReport(tab, keys);

      keys.press("w");
      tab.at("wall").waitFor();
      keys.press("Escape");
      tab.at("wall").waitFor(hidden());

      keys.press("/").type("snapshots");
      tab.at("find-option").first().waitFor();
      keys.press("Enter").awaitFocus(".tool .panel-head h2");
      String night = freezes(tab, keys, "EXERCISE by night");
      String morning = freezes(tab, keys, "EXERCISE by morning");
      assertThat(morning).isNotEqualTo(night);

      keys.to(row(night) + Keyboard.of("snapshot-open")).press("Enter");
      keys.await("snapshot-title", "Snapshot " + night);
      keys.to(row(morning) + Keyboard.of("snapshot-compare")).press("Enter");
      tab.at("compare-table").locator("tfoot").waitFor();
      assertThat(tab.fragment()).contains("snap=" + night);
    }
  }

  private static void takesAPhoneReport(Tab tab, Keyboard keys) {
    keys.begin().press("n").awaitFocus(Keyboard.of("where")).type("5 km N of Galieth");
    tab.at("where-candidates").locator("[data-testid=where-candidate]").nth(1).waitFor();
    keys.press("ArrowDown", "Enter");
    keys.toId("field-headline").type("EXERCISE shots at the market");
    keys.toId("field-raw_text").type("EXERCISE caller heard shots, people run to the church");
    keys.press("Control+Enter").awaitFocus(Keyboard.of("saved-open"));
    assertThat(keys.fields()).isEqualTo(3);
    assertThat(keys.seconds()).isLessThan(PHONE_REPORT_SECONDS / 2);

    keys.await("entry-saved", "EXERCISE shots at the market");
    keys.press("Enter").await("detail-title", "EXERCISE shots at the market");
    keys.press("Escape", "Escape");
  }

  private static String freezes(Tab tab, Keyboard keys, String title) {
    keys.to(Keyboard.of("snapshot-name")).type(title).press("Enter");
    keys.awaitFocus(Keyboard.of("snapshot-saved"));
    String said = tab.text("snapshot-saved");
    keys.backTo(Keyboard.of("tool-close"));
    return said.replaceFirst("(?s).*(S-[A-Z2-9]{4}).*", "$1");
  }

  private static String row(String reference) {
    return "[data-testid=snapshot][data-ref='" + reference + "'] ";
  }

  private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }
}
