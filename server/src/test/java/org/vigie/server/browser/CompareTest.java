package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two pictures of one place at once, counted exactly. */
@ExtendWith(Chromium.class)
class CompareTest {

  private static final String A = "#v1/4/-11.2/-21.4/t=2026-06-01..2026-06-30&l=incident,patrol";

  @Test
  void twoPeriodsStandSideBySideOrWithADividerAndAreCountedExactly(Browser browser)
      throws Exception {
    try (Tab tab = Tab.wide(browser, A + "&o=compare")) {
      tab.at("compare-kind").selectOption("before");
      tab.click("compare-start-button").at("compare-table").waitFor();
      awaitCounts(tab);
      long a = figure(tab, "a");
      long b = figure(tab, "b");
      assertThat(a).isEqualTo(counted("2026-06-01/2026-06-30"));
      assertThat(b).isEqualTo(counted("2026-05-02/2026-05-31")).isNotEqualTo(a);
      assertThat(figure(tab, "difference")).isEqualTo(Math.abs(b - a));
      assertThat(tab.text("side-b")).contains("2 May").contains("31 May");

      Locator second = tab.at("compare-b");
      assertThat(second.boundingBox().width)
          .as("half of the map")
          .isCloseTo(tab.at("map").boundingBox().width, org.assertj.core.data.Offset.offset(4.0));
      tab.at("map").focus();
      tab.page().keyboard().press("ArrowRight");
      tab.page().waitForTimeout(600);
      awaitCounts(tab);
      assertThat(figure(tab, "a"))
          .as("of the window that both show")
          .isEqualTo(counted("2026-06-01/2026-06-30"));
      assertThat(figure(tab, "b")).isEqualTo(counted("2026-05-02/2026-05-31"));

      tab.page()
          .locator("[data-testid=compare-mode-swipe]")
          .check(new Locator.CheckOptions().setForce(true));
      Locator divider = tab.at("divider");
      divider.focus();
      tab.page().keyboard().press("PageUp");
      tab.page().keyboard().press("ArrowRight");
      assertThat(divider.getAttribute("aria-valuenow")).isEqualTo("62");
      tab.page().keyboard().press("Home");
      assertThat(divider.getAttribute("aria-valuetext")).contains("0 %");

      tab.awaitAddress("cmp=swipe");
      tab.page().reload();
      tab.at("compare-table").waitFor();
      awaitCounts(tab);
      long left = figure(tab, "a");
      tab.click("compare-swap");
      awaitCounts(tab);
      tab.page()
          .waitForFunction(
              "n => document.querySelector('[data-testid=compare-table] tr[data-layer=incident]"
                  + " [data-side=b]')?.textContent.replace(/[^0-9]/g, '') === String(n)",
              Math.toIntExact(left));
      assertThat(tab.fragment()).contains("t=2026-05-02..2026-05-31");

      tab.click("compare-end");
      assertThat(second.isVisible()).isFalse();
    }
  }

  @Test
  void whoReadsFromTheRightHasTheFirstPictureThere(Browser browser) {
    var arabic = new Browser.NewContextOptions().setLocale("ar").setViewportSize(1600, 900);
    String b = "%23v1%2F8%2F-11.2%2F-21.4%2Ft%3D2026-05-01..2026-05-31%26l%3Dincident";
    try (Tab tab = Tab.open(browser, arabic, A + "&cmp=side~" + b)) {
      tab.at("compare-b").waitFor();
      tab.page()
          .waitForFunction(
              "() =>"
                  + " document.querySelector('[data-testid=compare-b]').getBoundingClientRect().right"
                  + " <= document.querySelector('[data-testid=map]').getBoundingClientRect().left");
      assertThat(tab.at("compare-b").boundingBox().width)
          .isEqualTo(tab.at("map").boundingBox().width);
    }
  }

  @Test
  void onAPhoneOneLiesAboveTheOther(Browser browser) {
    String b = "%23v1%2F8%2F-11.2%2F-21.4%2Ft%3D2026-05-01..2026-05-31%26l%3Dincident";
    try (Tab tab = Tab.phone(browser, A + "&cmp=side~" + b)) {
      tab.at("compare-b").waitFor();
      tab.page()
          .waitForFunction(
              "() => document.querySelector('[data-testid=compare-b]').getBoundingClientRect().top"
                  + " >= document.querySelector('[data-testid=map]').getBoundingClientRect().bottom");
      assertThat(tab.at("compare-b").boundingBox().width)
          .isEqualTo(tab.at("map").boundingBox().width);
    }
  }

  @Test
  void whatIsInOneAloneOrChangedIsMarkedOnBothMapsCountedAndWalkedByKeys(Browser browser)
      throws Exception {
    String stays = atSea("EXERCISE buoy", -30.53);
    String changes = atSea("EXERCISE wreck", -30.51);
    String goes = atSea("EXERCISE drifting nets", -30.49);
    String then = Demo.get("/api/mission").at("/dataAsOf/committedAt").asText();
    String comes = atSea("EXERCISE oil slick", -30.47);
    String path = "/collections/incident/items/";
    Demo.patch(path + changes, Demo.tag(path + changes), "{\"properties\":{\"severity\":5}}");
    Demo.remove(path + goes);

    String there = "#v1/12/-42.5/-30.5/t=2026-06-01..2026-06-30&l=incident";
    String b = URLEncoder.encode(there + "&known=" + then, StandardCharsets.UTF_8);
    try (Tab tab = Tab.wide(browser, there + "&o=compare&cmp=side~" + b)) {
      awaitKinds(tab, "incident", "1,1,1,1");
      awaitKinds(tab, "all", "1,1,1,1");
      assertThat(tab.text("difference-notes")).contains("A is known later");
      for (String side : List.of("[data-testid=map]", "[data-testid=compare-b]")) {
        assertThat(marks(tab, side))
            .containsExactlyInAnyOrder(comes + " a", goes + " b", changes + " worse");
      }
      assertThat(
              tab.page()
                  .locator("[data-testid=compare-b] .difference.is-absent")
                  .getAttribute("data-id"))
          .as("where A has what B has not")
          .isEqualTo(comes);
      assertThat(marks(tab, "[data-testid=map]").toString()).doesNotContain(stays);

      tab.page().keyboard().press(".");
      tab.page()
          .waitForFunction("() => document.querySelectorAll('.difference.is-walked').length === 2");
      assertThat(walked(tab)).as("the gravest first").isEqualTo(changes);
      assertThat(tab.page().locator("[data-testid=difference] [aria-current]").innerText())
          .contains("EXERCISE wreck", "2 → 5");
      tab.page().locator("[data-testid=difference] [aria-current]").focus();
      tab.page().keyboard().press("ArrowDown");
      tab.page().keyboard().press(".");
      tab.page().keyboard().press(".");
      tab.page()
          .waitForFunction(
              "id => document.querySelector('.difference.is-walked').dataset.id === id", changes);
      assertThat(tab.text("difference-table")).contains("where you began");
      tab.click("difference-back");
      tab.page().waitForFunction("() => !document.querySelector('.difference.is-walked')");

      tab.page()
          .locator("[data-testid=difference-only]")
          .check(new Locator.CheckOptions().setForce(true));
      tab.awaitAddress("cmp=side.only~");
      assertThat(tab.text("side-b")).contains("differences only");
      tab.page()
          .waitForFunction(
              "() => getComputedStyle(document.querySelector('.difference .mark')).display !=="
                  + " 'none'");

      tab.page().keyboard().press("p");
      tab.page().waitForSelector("[data-testid=print-desk][data-state=ready]");
      tab.at("sheet-compared").waitFor();
      assertThat(tab.text("sheet-compared")).contains("Compared with B").contains("known at");
      assertThat(marks(tab, "[data-testid=sheet-map]")).hasSize(3);
    }
  }

  @Test
  void ofTwoPeriodsCellsSayHowManyMoreOrFewerAndAddUpToTheCounts(Browser browser) throws Exception {
    String b =
        URLEncoder.encode(
            A.replace("2026-06-01..2026-06-30", "2026-05-01..2026-05-31"), StandardCharsets.UTF_8);
    try (Tab tab = Tab.wide(browser, A + "&o=compare&cmp=side~" + b)) {
      awaitCounts(tab);
      tab.page().waitForSelector("[data-testid=compare-b] [data-testid=difference-cell]");
      assertThat(tab.text("difference-notes")).contains("different periods");
      assertThat(tab.page().locator("[data-testid=difference-mark]").count()).isZero();
      tab.page()
          .waitForFunction(
              "n => [...document.querySelectorAll('[data-testid=map]"
                  + " [data-testid=difference-cell]')].reduce((sum, cell) => sum +"
                  + " Number(cell.dataset.a), 0) === n",
              Math.toIntExact(figureOfAll(tab, "a")));
      Locator cells = tab.page().locator("[data-testid=map] [data-testid=difference-cell]");
      for (int i = 0; i < cells.count(); i++) {
        int more = number(cells.nth(i), "data-b") - number(cells.nth(i), "data-a");
        assertThat(cells.nth(i).innerText())
            .isEqualTo(more > 0 ? "+" + more : more < 0 ? "−" + -more : "=");
      }
      tab.page().keyboard().press(",");
      tab.page().waitForSelector(".difference-number.is-walked");
    }
  }

  private static int number(Locator cell, String attribute) {
    return Integer.parseInt(cell.getAttribute(attribute));
  }

  private static String atSea(String title, double longitude) throws Exception {
    return Demo.create(
        "/collections/incident/items",
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%s, -42.5]},
         "properties": {"title": "%s", "type": "TENSION", "severity": 2, "exercise": true,
           "valid_from": "2026-06-15T10:00:00Z"}}
        """
            .formatted(longitude, title));
  }

  /** Waits until a row of the kinds says these numbers: only in A, only in B, changed, the same. */
  private static void awaitKinds(Tab tab, String layer, String numbers) {
    tab.page()
        .waitForFunction(
            "([layer, numbers]) => [...document.querySelectorAll(`[data-testid=difference-table]"
                + " tr[data-layer=${layer}] td`)].map((cell) => cell.textContent).join() ==="
                + " numbers",
            List.of(layer, numbers));
  }

  private static List<String> marks(Tab tab, String map) {
    tab.page().waitForSelector(map + " [data-testid=difference-mark]");
    return tab.page().locator(map + " [data-testid=difference-mark]").all().stream()
        .map(mark -> mark.getAttribute("data-id") + " " + mark.getAttribute("data-kind"))
        .toList();
  }

  private static String walked(Tab tab) {
    return tab.page().locator(".difference.is-walked").first().getAttribute("data-id");
  }

  private static void awaitCounts(Tab tab) {
    tab.page().waitForTimeout(400);
    tab.page()
        .waitForFunction(
            "() => { const table = document.querySelector('[data-testid=compare-table]'); return"
                + " table?.getAttribute('aria-busy') === 'false' &&"
                + " !table.textContent.includes('…'); }");
  }

  private static long figure(Tab tab, String side) {
    return figure(tab, "incident", side);
  }

  private static long figureOfAll(Tab tab, String side) {
    return figure(tab, "all", side);
  }

  private static long figure(Tab tab, String layer, String side) {
    String text =
        tab.page()
            .locator(
                "[data-testid=compare-table] tr[data-layer=%s] [data-side=%s]"
                    .formatted(layer, side))
            .innerText();
    return Long.parseLong(text.replaceAll("[^0-9]", ""));
  }

  /** What the server counts in the mission area, all of which lies in the window of the map. */
  private static long counted(String datetime) throws Exception {
    String body =
        "{\"layers\":[{\"name\":\"incident\"}],\"datetime\":\"%s\",\"bbox\":[-26,-15,-17,-8]}"
            .formatted(datetime);
    return Demo.post("/api/counts", body).at("/layers/incident/count").asLong();
  }
}
