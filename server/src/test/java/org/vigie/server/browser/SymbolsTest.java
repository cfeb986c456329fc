package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Units and installations as military symbols of APP-6. */
@ExtendWith(Chromium.class)
class SymbolsTest {

  private static final String BASES = "#v1/8/-10.9/-21.5/t=2026-04-02..2026-06-30&l=base";

  @Test
  void symbolsAreFetchedWhenSomebodyWantsThemAndTheLegendShowsThem(Browser browser) {
    try (Tab tab = Tab.wide(browser, BASES)) {
      Page page = tab.page();
      List<String> fetched = new ArrayList<>();
      page.onRequest(request -> fetched.add(request.url()));
      tab.click("open-base");
      assertThat(page.locator("#legend-base canvas").count()).isZero();
      assertThat(fetched).noneMatch(url -> url.contains("milsymbol"));
      long plain = colours(tab);

      tab.click("tool-more").click("tool-symbols");
      page.waitForSelector("#legend-base canvas");
      assertThat(fetched).anyMatch(url -> url.endsWith("milsymbol.js"));
      assertThat(page.locator("#legend-base canvas").count()).isEqualTo(14);
      assertThat(colours(tab)).as("the map is drawn otherwise").isNotEqualTo(plain);
      tab.awaitAddress("m=military");

      tab.click("tool-more");
      assertThat(tab.at("tool-symbols").getAttribute("aria-checked")).isEqualTo("true");
      tab.click("tool-symbols");
      page.waitForFunction("() => !document.querySelector('#legend-base canvas')");
      assertThat(colours(tab)).isEqualTo(plain);
    }
  }

  @Test
  void theDutyOfficerBeginsWithMilitarySymbolsAndEventsStayPlain(Browser browser) {
    try (Tab tab = Tab.wideAs(browser, "duty-officer", BASES + ",incident")) {
      tab.click("open-base");
      tab.page().waitForSelector("#legend-base canvas");
      assertThat(tab.page().locator("#legend-incident canvas").count()).isZero();
      assertThat(tab.page().locator("#legend-incident .mark").count()).isGreaterThan(9);
    }
  }

  /** A sum over the canvas of events and sites that is another when it is drawn otherwise. */
  private static long colours(Tab tab) {
    tab.page().waitForTimeout(700);
    Object sum =
        tab.page()
            .evaluate(
                "() => { const c = document.querySelector('.leaflet-events-pane canvas'); const d ="
                    + " c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0;"
                    + " for (let i = 0; i < d.length; i++) n += d[i] * (1 + (i % 7)); return n; }");
    return ((Number) sum).longValue();
  }
}
