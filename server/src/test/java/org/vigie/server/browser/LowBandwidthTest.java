package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a spared line is spared, and that nobody takes what was not fetched for empty. */
@ExtendWith(Chromium.class)
class LowBandwidthTest {

  private static final String SPARED = "localStorage.setItem('vigie.low', 'on');";

  @Test
  void movingTheMapOverASparedLineFetchesNextToNothingUntilSomebodyAsks(Browser browser) {
    long usual;
    try (Tab tab = Tab.blank(browser)) {
      AtomicLong bytes = bytesOfData(tab);
      firstView(tab);
      usual = moved(tab, bytes);
      assertThat(tab.at("low-chip").isVisible()).isFalse();
    }
    try (Tab tab = Tab.blank(browser)) {
      AtomicLong bytes = bytesOfData(tab);
      tab.page().addInitScript(SPARED);
      firstView(tab);
      List<String> asked = new CopyOnWriteArrayList<>();
      tab.page().onRequest(request -> asked.add(request.url()));
      long moved = moved(tab, bytes);
      assertThat(asked).as("by moving").noneMatch(LowBandwidthTest::isOfThePicture);
      assertThat(moved).as("a move, spared and usual %d", usual).isLessThan(usual / 4);
      assertThat(tab.text("held-back")).contains("may not be empty");

      tab.click("low-ask");
      tab.at("held-back").waitFor(OfflineTest.hidden());
      tab.page()
          .waitForCondition(() -> asked.stream().anyMatch(url -> url.contains("/api/picture/")));
      tab.page().waitForCondition(() -> !AskedTiles.in(asked).isEmpty());

      assertThat(tab.text("low-chip")).contains("Low bandwidth").containsPattern("[0-9]");
      tab.click("low-chip");
      assertThat(tab.text("bytes-all")).containsPattern("[0-9]+.*[kM]B");
      assertThat(tab.at("low").isChecked()).isTrue();
      tab.at("low").uncheck();
      tab.at("low-chip").waitFor(OfflineTest.hidden());
    }
  }

  @Test
  void whoeverHasASlowLineIsAskedOnce(Browser browser) {
    try (Tab tab = Tab.blank(browser)) {
      tab.page().addInitScript(connection("effectiveType: '3g'"));
      open(tab);
      assertThat(tab.text("low-proposal")).contains("Switch to low bandwidth?");
      tab.click("low-yes");
      tab.at("low-chip").waitFor();
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      tab.at("low-chip").waitFor();
      assertThat(tab.at("low-proposal").count()).isZero();
    }
  }

  @Test
  void whoeverToldTheBrowserToSaveDataIsSparedFromTheFirstRequestOn(Browser browser) {
    try (Tab tab = Tab.blank(browser)) {
      tab.page().addInitScript(connection("saveData: true"));
      open(tab);
      assertThat(tab.text("low-told")).contains("asks to save data");
      assertThat(tab.text("low-chip")).contains("Low bandwidth");
      tab.page().waitForSelector(".map-area:not(.is-busy)");
      tab.at("map").focus();
      tab.page().keyboard().press("ArrowRight");
      assertThat(tab.text("held-back")).contains("may not be empty");
      tab.click("low-ask");

      tab.click("low-off");
      tab.at("low-chip").waitFor(OfflineTest.hidden());
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      assertThat(tab.at("low-chip").isVisible()).as("a no is kept").isFalse();
      assertThat(tab.at("low-told").count()).isZero();
    }
  }

  private static String connection(String says) {
    return "Object.defineProperty(navigator, 'connection', { value: { %s } });".formatted(says);
  }

  private static void firstView(Tab tab) {
    open(tab);
    tab.page().waitForSelector(".map-area:not(.is-busy)");
    tab.page().waitForTimeout(2_000);
  }

  /** Bytes of data that half a window to the east costs. */
  private static long moved(Tab tab, AtomicLong bytes) {
    bytes.set(0);
    tab.at("map").focus();
    for (int i = 0; i < 8; i++) {
      tab.page().keyboard().press("ArrowRight");
      tab.page().waitForTimeout(300);
    }
    tab.page().waitForSelector(".map-area:not(.is-busy)");
    tab.page().waitForTimeout(2_000);
    return bytes.get();
  }

  private static void open(Tab tab) {
    tab.context()
        .addCookies(
            List.of(
                new Cookie("vigie-session", Demo.as(Demo.ANALYST).key())
                    .setUrl(Demo.url())
                    .setHttpOnly(true)));
    tab.page().navigate(Demo.url());
    tab.page().waitForSelector("#app[data-state=ready]");
  }

  private static AtomicLong bytesOfData(Tab tab) {
    AtomicLong bytes = new AtomicLong();
    Set<String> files = ConcurrentHashMap.newKeySet();
    CDPSession wire = tab.context().newCDPSession(tab.page());
    wire.on(
        "Network.requestWillBeSent",
        e -> {
          String address = e.getAsJsonObject("request").get("url").getAsString();
          if (address.contains("/assets/") || address.contains("/webjars/")) {
            files.add(id(e));
          }
        });
    wire.on(
        "Network.loadingFinished",
        e -> {
          if (!files.contains(id(e))) {
            bytes.addAndGet(e.get("encodedDataLength").getAsLong());
          }
        });
    wire.send("Network.enable");
    return bytes;
  }

  private static boolean isOfThePicture(String url) {
    return url.contains("/api/picture/") || !AskedTiles.in(List.of(url)).isEmpty();
  }

  private static String id(JsonObject event) {
    return event.get("requestId").getAsString();
  }
}
