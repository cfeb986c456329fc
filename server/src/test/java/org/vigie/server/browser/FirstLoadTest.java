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
 * and the outlines of the first picture: compressed, and as they cross the line with the headers of
 * the answers.
 */
@ExtendWith(Chromium.class)
class FirstLoadTest {

  private static final long MOST_COMPRESSED = 300_000;
  private static final long MOST_ON_THE_LINE = 330_000;

  @Test
  void theShellOfTheFirstPictureIsBelow300KilobytesCompressed(Browser browser) {
    try (Tab tab = Tab.blank(browser)) {
      Map<String, String> paths = new ConcurrentHashMap<>();
      Map<String, Long> bytes = new ConcurrentHashMap<>();
      CDPSession wire = tab.context().newCDPSession(tab.page());
      Map<String, Long> headers = new ConcurrentHashMap<>();
      wire.on(
          "Network.responseReceived",
          e -> {
            JsonObject response = e.getAsJsonObject("response");
            paths.put(id(e), response.get("url").getAsString());
            headers.put(id(e), response.get("encodedDataLength").getAsLong());
          });
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

      assertThat(shell(paths, bytes) - shell(paths, headers))
          .as("compressed bytes of the shell")
          .isBetween(100_000L, MOST_COMPRESSED);
      assertThat(shell(paths, bytes))
          .as("bytes of the shell on the line")
          .isBetween(100_000L, MOST_ON_THE_LINE);
      assertThat(paths.values())
          .as("what the first picture needs is among what was counted")
          .anyMatch(path -> path.contains("/words/"))
          .anyMatch(path -> path.contains("leaflet"))
          .anyMatch(path -> path.contains("countries-110m"))
          .noneMatch(path -> path.contains("/entry/desk.js"));
    }
  }

  private static long shell(Map<String, String> paths, Map<String, Long> bytes) {
    return paths.entrySet().stream()
        .filter(each -> isShell(each.getValue()))
        .mapToLong(each -> bytes.getOrDefault(each.getKey(), 0L))
        .sum();
  }

  private static String id(JsonObject event) {
    return event.get("requestId").getAsString();
  }

  private static boolean isShell(String address) {
    String path = address.substring(Demo.url().length() - 1);
    return path.equals("/") || path.startsWith("/assets/") || path.startsWith("/webjars/");
  }
}
