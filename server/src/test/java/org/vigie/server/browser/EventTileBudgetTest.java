package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.VigieProcess;

/**
 * What the first view may weigh and a step of the period may take in script. 200 000 incidents
 * beside the exercise in a build, a million ({@code -Dvigie.budget.events=1000000}) at night:
 * loading them takes minutes of processor time.
 */
@ExtendWith(Chromium.class)
class EventTileBudgetTest {

  private static final int EVENTS = Integer.getInteger("vigie.budget.events", 200_000);
  private static final long MOST_BYTES = 1_500_000;
  private static final double MOST_SCRIPT_MS = 8;
  private static final int STEPS = 40;

  /** Keeps how long each repaint of the events took. */
  private static final String OBSERVE =
      """
      window.repaints = [];
      new PerformanceObserver((list) => {
        window.repaints.push(...list.getEntriesByName('vigie-events').map((e) => e.duration));
      }).observe({ entryTypes: ['measure'] });
      """;

  private static final String MEDIAN =
      "() => window.repaints.sort((a, b) => a - b)[window.repaints.length >> 1]";

  @Test
  void theFirstViewAndAStepOfThePeriodStayWithinTheirBudgets(Browser browser) throws Exception {
    Path folder = TestDatabases.newFolder("vigie-many-");
    try (VigieProcess server =
            VigieProcess.start("demo", "--port=0", "--data-dir=" + folder, "--events=" + EVENTS)
                .awaitReady();
        Tab tab = Tab.blank(browser)) {
      Page page = tab.page();
      AtomicLong bytes = bytesOfData(page);
      page.addInitScript(OBSERVE);
      tab.context()
          .addCookies(
              List.of(
                  new Cookie("vigie-session", server.as("analyst").key())
                      .setUrl(server.url())
                      .setHttpOnly(true)));
      page.navigate(server.url());
      page.waitForSelector("#app[data-state=ready]");
      tab.at("density-legend").waitFor();
      page.waitForSelector(".map-area:not(.is-busy)");
      page.waitForTimeout(2_000);
      assertThat(bytes.get()).as("bytes of the first view").isBetween(50_000L, MOST_BYTES);

      double density = scrub(tab);
      page.navigate(server.url() + "#v1/10/-11.5/-20.6/t=2026-04-02..2026-06-30&l=incident");
      tab.at("density-legend").waitFor(hidden());
      page.waitForTimeout(2_000);
      double marks = scrub(tab);
      assertThat(density).as("ms of script a step, as density").isLessThanOrEqualTo(MOST_SCRIPT_MS);
      assertThat(marks).as("ms of script a step, as marks").isLessThanOrEqualTo(MOST_SCRIPT_MS);
    } finally {
      TestDatabases.delete(folder);
    }
  }

  private static double scrub(Tab tab) {
    tab.at("time-window").focus();
    tab.page().evaluate("() => { window.repaints.length = 0; }");
    for (int step = 0; step < STEPS; step++) {
      tab.page().keyboard().press(step < STEPS / 2 ? "ArrowLeft" : "ArrowRight");
      tab.page().waitForTimeout(40);
    }
    int repaints = ((Number) tab.page().evaluate("window.repaints.length")).intValue();
    assertThat(repaints).as("repaints").isGreaterThanOrEqualTo(STEPS / 2);
    return ((Number) tab.page().evaluate(MEDIAN)).doubleValue();
  }

  /** As they come over the wire, compressed, of everything under /api and /collections. */
  private static AtomicLong bytesOfData(Page page) {
    AtomicLong bytes = new AtomicLong();
    Set<String> requests = ConcurrentHashMap.newKeySet();
    CDPSession session = page.context().newCDPSession(page);
    session.on(
        "Network.requestWillBeSent",
        event -> {
          String url = event.getAsJsonObject("request").get("url").getAsString();
          if (url.contains("/api/") || url.contains("/collections/")) {
            requests.add(event.get("requestId").getAsString());
          }
        });
    session.on(
        "Network.loadingFinished",
        event -> {
          if (requests.contains(event.get("requestId").getAsString())) {
            bytes.addAndGet(event.get("encodedDataLength").getAsLong());
          }
        });
    session.send("Network.enable", new JsonObject());
    return bytes;
  }

  private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }
}
