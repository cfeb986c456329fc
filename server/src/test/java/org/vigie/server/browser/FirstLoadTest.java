package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a first visit costs over a bad line, before any data: page, modules, styles, words, Leaflet
 * and the outlines of the first picture, as they cross the line, with the headers of the answers.
 */
@ExtendWith(Chromium.class)
class FirstLoadTest {

  private static final long MOST_BYTES = 300_000;

  @Test
  void theShellOfTheFirstPictureStaysBelow300Kilobytes(Browser browser) {
    try (Tab tab = Tab.blank(browser)) {
      Map<String, String> paths = new ConcurrentHashMap<>();
      Map<String, Long> bytes = new ConcurrentHashMap<>();
      CDPSession wire = tab.context().newCDPSession(tab.page());
      wire.on(
          "Network.responseReceived",
          e -> paths.put(id(e), e.getAsJsonObject("response").get("url").getAsString()));
      wire.on(
          "Network.loadingFinished", e -> bytes.put(id(e), e.get("encodedDataLength").getAsLong()));
      wire.send("Network.enable");
      tab.context()
          .addCookies(
              List.of(
                  new Cookie("vigie-session", Demo.as(Demo.ANALYST).key())
                      .setUrl(Demo.url())
                      .setHttpOnly(true)));
      tab.page().navigate(Demo.url());
      tab.page().waitForSelector("#app[data-state=ready]");
      tab.page().waitForSelector(".map-area:not(.is-busy)");

      long shell =
          paths.entrySet().stream()
              .filter(each -> isShell(each.getValue()))
              .mapToLong(each -> bytes.getOrDefault(each.getKey(), 0L))
              .sum();
      assertThat(shell).as("bytes of the shell").isBetween(100_000L, MOST_BYTES);
      assertThat(paths.values())
          .as("what the first picture needs is among what was counted")
          .anyMatch(path -> path.contains("/words/"))
          .anyMatch(path -> path.contains("leaflet"))
          .anyMatch(path -> path.contains("countries-110m"))
          .noneMatch(path -> path.contains("/entry/desk.js"));
    }
  }

  private static String id(JsonObject event) {
    return event.get("requestId").getAsString();
  }

  private static boolean isShell(String address) {
    String path = address.substring(Demo.url().length() - 1);
    return path.equals("/") || path.startsWith("/assets/") || path.startsWith("/webjars/");
  }
}
