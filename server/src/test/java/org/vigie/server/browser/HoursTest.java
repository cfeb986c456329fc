package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.geodata.testing.PostgisTest;

/** A night and two days are looked at by the hour, by the clock of the mission. */
@PostgisTest
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoursTest {

  private static final String PERIOD = during("2026-03-28T00:00Z", "2026-03-30T00:00Z");

  /** The night from the 28th to the 29th is one hour shorter. */
  private static final String OPEN =
      "#v1/6/5/21/t=2026-03-28..2026-03-29&l=incident&x=table,series&x.scope=everywhere&x.size=full"
          + "&x.beside=none";

  private SmallMission mission;

  @BeforeAll
  void start() throws Exception {
    mission = SmallMission.start();
  }

  @AfterAll
  void stop() throws Exception {
    mission.close();
  }

  @Test
  void twoDaysAreShownByTheHourAndWhatHasNoHourApart(Browser browser) throws Exception {
    try (Tab tab = mission.open(browser, OPEN)) {
      tab.at("series-chart").locator("svg").waitFor();
      assertThat(tab.text("series-step-shown")).isEqualTo("Hours (Athens)");
      long unknown = mission.count(PERIOD + " and time_precision <> 'EXACT_MINUTE'");
      tab.awaitNumber("series-without-hour", unknown);
      tab.click("series-table");
      Locator rows = tab.page().locator(".series-table tbody tr");
      rows.first().waitFor();
      assertThat(tab.page().locator(".series-table thead th").first().innerText())
          .isEqualTo("When (Hours (Athens))");
      int hours = 0;
      long all = 0;
      for (int i = 0; i < rows.count(); i++) {
        String when = rows.nth(i).locator("th").innerText();
        long counted = Long.parseLong(rows.nth(i).locator("td").first().innerText());
        all += counted;
        if (when.contains("/")) {
          String[] ends = when.split("[/ ]");
          assertThat(counted)
              .as(when)
              .isEqualTo(
                  mission.count(
                      "time_precision = 'EXACT_MINUTE' and valid_from >= '%s' and valid_from < '%s'"
                          .formatted(ends[0], ends[1])));
          assertThat(OffsetDateTime.parse(ends[0]).toInstant().plusSeconds(3_600))
              .isEqualTo(Instant.from(OffsetDateTime.parse(ends[1])));
          assertThat(ends[0]).as("no clock shows it").doesNotStartWith("2026-03-29T03:");
          hours++;
        } else {
          assertThat(when).isEqualTo("Without an hour");
          assertThat(counted).isEqualTo(unknown);
        }
      }
      assertThat(hours).isEqualTo(48);
      assertThat(all).isEqualTo(mission.count(PERIOD));
    }
  }

  @Test
  void hoursThatAreBrushedOverOrTypedAreThePeriodOfAll(Browser browser) throws Exception {
    try (Tab tab = mission.open(browser, OPEN)) {
      Locator chart = tab.at("series-chart");
      chart.locator("svg").waitFor();
      BoundingBox box = chart.boundingBox();
      double hour = (box.width - 44) / 48;
      tab.page().mouse().move(box.x + 40 + hour * 18.5, box.y + 40);
      tab.page().mouse().down();
      tab.page().mouse().move(box.x + 40 + hour * 29.5, box.y + 40);
      tab.page().mouse().up();
      tab.awaitAddress("t=2026-03-28T18:00:00Z..2026-03-29T06:00:00Z");
      tab.awaitAddress("x.frame=2026-03-28..2026-03-29");
      awaitRows(tab, mission.count(during("2026-03-28T18:00Z", "2026-03-29T06:00Z")));
      chart.focus();
      for (String key : new String[] {"Home", "Shift+ArrowRight", "Shift+ArrowRight", "Enter"}) {
        tab.page().keyboard().press(key);
      }
      tab.awaitAddress("t=2026-03-28T00:00:00Z..2026-03-28T03:00:00Z");
      awaitRows(tab, mission.count(during("2026-03-28T00:00Z", "2026-03-28T03:00Z")));
      tab.click("series-only");
      tab.page().waitForFunction("() => !location.hash.includes('x.frame')");
      assertThat(tab.at("from").inputValue()).isEqualTo("2026-03-28 00:00");
      tab.at("from").fill("2026-03-27 21:00");
      tab.at("to").fill("2026-03-28 02:30");
      tab.at("to").press("Enter");
      tab.awaitAddress("t=2026-03-27T21:00:00Z..2026-03-28T02:30:00Z");
      awaitRows(tab, mission.count(during("2026-03-27T21:00Z", "2026-03-28T02:30Z")));
      tab.at("to").fill("2026-03-27 20:00");
      tab.at("to").press("Enter");
      assertThat(tab.text("time-fault")).contains("27 Mar 2026 21:00 UTC comes after");
    }
  }

  @Test
  void theTimeBarGoesFromHourToHour(Browser browser) {
    try (Tab tab = mission.open(browser, OPEN.replace("x.size=full", "x.size=split"))) {
      tab.click("time-zoom");
      tab.page()
          .waitForFunction(
              "() => document.querySelector('[data-testid=time-most]').textContent"
                  + ".includes('in 3 hours')");
      assertThat(tab.text("time-most")).contains("without an hour");
      tab.at("time-start").focus();
      tab.page().keyboard().press("ArrowRight");
      // three in the morning there, the first full three hours after midnight UTC
      tab.awaitAddress("t=2026-03-28T01:00:00Z..2026-03-30T00:00:00Z");
      tab.page().keyboard().press("ArrowRight");
      tab.awaitAddress("t=2026-03-28T04:00:00Z..2026-03-30T00:00:00Z");
      tab.at("time-window").focus();
      tab.page().keyboard().press("ArrowLeft");
      tab.awaitAddress("t=2026-03-28T01:00:00Z..2026-03-29T21:00:00Z");
      assertThat(tab.at("time-window").getAttribute("aria-valuetext")).contains("44 hr");
      tab.page().keyboard().press("]");
      tab.awaitAddress("t=2026-03-29T21:00:00Z..2026-03-31T17:00:00Z");
    }
  }

  private static String during(String from, String to) {
    return "valid_from < '%2$s' and (valid_to > '%1$s' or valid_to = valid_from and valid_from >= '%1$s')"
        .formatted(from, to);
  }

  private static void awaitRows(Tab tab, long expected) {
    tab.page()
        .waitForFunction(
            "n => document.querySelector('[data-testid=linked-grid]')?.getAttribute('aria-rowcount')"
                + " === String(n + 1)",
            Math.toIntExact(expected));
  }
}
