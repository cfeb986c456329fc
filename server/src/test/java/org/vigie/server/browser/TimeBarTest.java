package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The time slider: dragged, played, stepped, typed, and used without seeing it. */
@ExtendWith(Chromium.class)
class TimeBarTest {

  private static final String LAST_QUARTER = "#v1/6/-11/-21.5/t=2026-02-01..2026-04-30";
  private static final String MISSION_END = "2026-06-30";

  @Test
  void playStopsAtTheEndOfTheMissionSaysSoAndBeginsAgain(Browser browser) {
    try (Tab tab = Tab.wide(browser, LAST_QUARTER + "&p.step=month&p.speed=8")) {
      tab.click("time-play");
      awaitLabel(tab, "Play");
      assertThat(value(tab, "from")).isEqualTo("2026-04-01");
      assertThat(value(tab, "to")).isEqualTo(MISSION_END);
      assertThat(tab.at("time-said").textContent()).startsWith("End of the mission: 1 Apr 2026");
      tab.click("time-play");
      awaitLabel(tab, "Pause");
      assertThat(value(tab, "to")).isLessThan(MISSION_END);
      tab.click("time-play");
      awaitLabel(tab, "Play");
    }
  }

  @Test
  void playLeavesOneStepToGoBackTo(Browser browser) {
    try (Tab tab = Tab.wide(browser, LAST_QUARTER + "&p.step=month&p.speed=1")) {
      tab.click("time-play");
      awaitLabel(tab, "Play");
      tab.awaitAddress("t=2026-04-01..2026-06-30");
      tab.page().goBack();
      tab.awaitAddress("t=2026-02-01..2026-04-30");
    }
  }

  @Test
  void aGrowingPeriodKeepsItsFirstDayAndTheChoiceIsPartOfTheAddress(Browser browser) {
    try (Tab tab = Tab.wide(browser, LAST_QUARTER)) {
      tab.at("slider-window").selectOption("cumulative");
      tab.at("slider-step").selectOption("week");
      tab.at("slider-scale").selectOption("log");
      tab.at("map").focus();
      tab.page().keyboard().press("]");
      assertThat(value(tab, "from") + value(tab, "to")).isEqualTo("2026-02-01" + "2026-05-07");
      tab.page().keyboard().press("[");
      assertThat(value(tab, "to")).isEqualTo("2026-04-30");
      tab.awaitAddress("p.window=cumulative&p.step=week&p.scale=log");
      try (Tab other = Tab.wide(browser, "#" + tab.fragment())) {
        assertThat(value(other, "slider-window")).isEqualTo("cumulative");
        assertThat(value(other, "slider-step")).isEqualTo("week");
        assertThat(value(other, "slider-scale")).isEqualTo("log");
        assertThat(value(other, "slider-speed")).isEqualTo("2");
        assertThat(other.text("time-most")).contains("log scale");
      }
    }
  }

  @Test
  void spacePlaysOnTheSliderTooWritesWhereSomebodyTypesAndTicksABox(Browser browser) {
    try (Tab tab = Tab.wide(browser, LAST_QUARTER)) {
      tab.at("time-end").focus();
      tab.page().keyboard().press("Space");
      awaitLabel(tab, "Pause");
      tab.page().keyboard().press("Space");
      awaitLabel(tab, "Play");
      boolean shown = tab.at("layer-incident").isChecked();
      tab.at("layer-incident").focus();
      tab.page().keyboard().press("Space");
      assertThat(tab.at("layer-incident").isChecked()).isNotEqualTo(shown);
      tab.click("tab-filters");
      tab.page().locator("#search").focus();
      tab.page().keyboard().type("two words");
      assertThat(tab.page().locator("#search").inputValue()).isEqualTo("two words");
      awaitLabel(tab, "Play");
    }
  }

  @Test
  void whoeverTakesThePeriodInHandOrLooksAwayStopsTheFilm(Browser browser) {
    try (Tab tab = Tab.wide(browser, "#v1/6/-11/-21.5/t=2024-01-01..2024-03-30")) {
      tab.click("time-play");
      awaitLabel(tab, "Pause");
      tab.click("preset-30");
      awaitLabel(tab, "Play");
      tab.page().keyboard().press("[");
      tab.click("time-play");
      awaitLabel(tab, "Pause");
      tab.page()
          .evaluate(
              "() => { Object.defineProperty(document, 'visibilityState',"
                  + " { value: 'hidden', configurable: true });"
                  + " document.dispatchEvent(new Event('visibilitychange')); }");
      awaitLabel(tab, "Play");
    }
  }

  @Test
  void whoeverAskedForLittleMotionGetsAtMostOnePictureASecond(Browser browser) {
    try (Tab tab = Tab.wide(browser, "#v1/6/-11/-21.5/t=2024-01-01..2024-01-31&p.step=day")) {
      tab.page()
          .emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
      tab.at("slider-speed").selectOption("8");
      tab.click("time-play");
      tab.page().waitForTimeout(1_700);
      // at most: a slow machine shows fewer
      assertThat(value(tab, "from")).isLessThanOrEqualTo("2024-01-02");
    }
  }

  @Test
  void draggingAsksForNoHistogramAndForFiguresNowAndThenOnly(Browser browser) {
    try (Tab tab = Tab.wide(browser, LAST_QUARTER)) {
      tab.number("count-incident");
      tab.page().waitForTimeout(1_500);
      List<String> asked = new CopyOnWriteArrayList<>();
      tab.page().onRequest(request -> asked.add(URI.create(request.url()).getPath()));
      BoundingBox box = tab.at("time-window").boundingBox();
      tab.page().mouse().move(box.x + box.width / 2, box.y + 20);
      tab.page().mouse().down();
      long began = System.nanoTime();
      for (int moved = 1; moved <= 120; moved++) {
        tab.page().mouse().move(box.x + box.width / 2 - 2 * moved, box.y + 20);
      }
      tab.page().mouse().up();
      tab.page().waitForTimeout(1_000);
      long seconds = 1 + (System.nanoTime() - began) / 1_000_000_000;
      assertThat(value(tab, "to")).isLessThan("2026-01-31");
      assertThat(asked).doesNotContain("/api/histogram");
      // two bodies, of the layers with and without time, three times a second at most, and the last
      assertThat(asked.stream().filter("/api/counts"::equals).count())
          .as("requests in %s seconds", seconds)
          .isBetween(2L, 2 * (3 * seconds + 1))
          .isLessThan(120);
    }
  }

  @Test
  void theSlidersAreMovedByKeysAndSayRealDaysAndTheLength(Browser browser) {
    try (Tab tab = Tab.wide(browser, LAST_QUARTER)) {
      Keyboard keys = tab.page().keyboard();
      keys.press("t");
      assertThat(said(tab, "time-window")).isEqualTo("1 Feb 2026 – 30 Apr 2026, 89 days");
      keys.press("ArrowRight");
      keys.press("PageUp");
      assertThat(said(tab, "time-window")).isEqualTo("4 Mar 2026 – 31 May 2026, 89 days");
      keys.press("Shift+ArrowLeft");
      assertThat(said(tab, "time-window")).isEqualTo("4 Mar 2026 – 30 May 2026, 88 days");
      keys.press("Shift+End");
      assertThat(said(tab, "time-window")).isEqualTo("4 Mar 2026 – 30 Jun 2026, 119 days");
      keys.press("Home");
      assertThat(said(tab, "time-window")).startsWith("1 Jul 2023 –");
      tab.at("time-end").focus();
      keys.press("Home");
      assertThat(said(tab, "time-end")).isEqualTo("1 Jul 2023, 1 day");
      keys.press("Shift+ArrowUp");
      assertThat(said(tab, "time-end")).isEqualTo("8 Jul 2023, 8 days");
      assertThat(tab.at("time-end").getAttribute("aria-valuemin"))
          .isEqualTo(tab.at("time-start").getAttribute("aria-valuenow"));
      tab.at("time-start").focus();
      keys.press("End");
      assertThat(said(tab, "time-start")).isEqualTo("8 Jul 2023, 1 day");
    }
  }

  @Test
  void aWrongDateIsExplainedAndLeavesThePeriodAlone(Browser browser) {
    try (Tab tab = Tab.wide(browser, LAST_QUARTER)) {
      tab.fill("from", "2026-06-01");
      tab.at("from").blur();
      assertThat(tab.text("time-fault"))
          .isEqualTo(
              "1 Jun 2026 comes after 30 Apr 2026. Give an earlier first day or a later last day.");
      assertThat(said(tab, "time-window")).startsWith("1 Feb 2026");
      tab.fill("to", "2027-01-01");
      tab.at("to").press("Enter");
      assertThat(tab.text("time-fault")).contains("Give a day from 1 Jul 2023 to 30 Jun 2026.");
      assertThat(tab.at("to").getAttribute("aria-invalid")).isEqualTo("true");
      tab.fill("to", "2026-06-15");
      assertThat(tab.at("time-fault").isVisible()).isFalse();
      assertThat(said(tab, "time-window")).isEqualTo("1 Jun 2026 – 15 Jun 2026, 15 days");
    }
  }

  @Test
  void everythingOfTheTimeBarIsLargeEnoughForAFingerAndFitsAPhone(Browser browser) {
    try (Tab tab = Tab.phone(browser, LAST_QUARTER)) {
      tab.click("phone-time");
      assertTargets(tab, 24);
      assertThat(((Number) tab.page().evaluate("document.documentElement.scrollWidth")).intValue())
          .isLessThanOrEqualTo(390);
      for (Locator part : tab.at("timebar").locator("button, input, select").all()) {
        BoundingBox box = part.boundingBox();
        assertThat(box.x).isGreaterThanOrEqualTo(0);
        assertThat(box.x + box.width).isLessThanOrEqualTo(390);
      }
    }
    try (Tab tab = Tab.wide(browser, LAST_QUARTER)) {
      assertTargets(tab, 24);
    }
  }

  private static void assertTargets(Tab tab, double least) {
    for (Locator part :
        tab.at("timebar").locator("button, input, select, .time-start, .time-end").all()) {
      BoundingBox box = part.boundingBox();
      String name = part.getAttribute("data-testid");
      assertThat(box.width).as("width of " + name).isGreaterThanOrEqualTo(least);
      assertThat(box.height).as("height of " + name).isGreaterThanOrEqualTo(least);
    }
  }

  private static void awaitLabel(Tab tab, String label) {
    tab.page().locator("[data-testid=time-play][aria-label=" + label + "]").waitFor();
  }

  private static String value(Tab tab, String testId) {
    return tab.at(testId).inputValue();
  }

  private static String said(Tab tab, String testId) {
    return tab.at(testId).getAttribute("aria-valuetext");
  }
}
