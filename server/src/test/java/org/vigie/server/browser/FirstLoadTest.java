package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a first visit costs over a bad line, before any data: page, modules, styles, words, Leaflet
 * and the outlines of the first picture, compressed, as they cross the line with the headers of the
 * answers.
 */
@ExtendWith(Chromium.class)
class FirstLoadTest {

  private static final long MOST_BYTES = 300_000;

  /** Over HTTP/1.1 a browser asks for six at a time: each costs a sixth of a round trip. */
  private static final long MOST_FILES = 185;

  @Test
  void theShellOfTheFirstPictureIsBelow300KilobytesWithItsHeaders(Browser browser) {
    try (Tab tab = Tab.blank(browser)) {
      FirstLoad load = FirstLoad.of(tab.page());
      Tab.signIn(tab.context(), Demo.url(), Demo.as(Demo.ANALYST));
      tab.page().navigate(Demo.url());
      tab.page().waitForSelector("#app[data-state=ready]");
      tab.page().waitForSelector(".map-area:not(.is-busy)");

      FirstLoad.Weight shell = load.shell();
      assertThat(shell.bytes()).as("%s", shell).isBetween(100_000L, MOST_BYTES);
      assertThat(shell.answers()).as("%s", shell).isBetween(50L, MOST_FILES);
      assertThat(load.addresses())
          .as("what the first picture needs is among what was counted")
          .anyMatch(path -> path.contains("/words/"))
          .anyMatch(path -> path.contains("leaflet"))
          .anyMatch(path -> path.contains("countries-110m"))
          .noneMatch(path -> path.contains("/entry/desk.js"));
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void everyModuleThatIsNeededAtOnceIsAskedForAtOnce(Browser browser) {
    try (Tab tab = Tab.blank(browser)) {
      Tab.signIn(tab.context(), Demo.url(), Demo.as(Demo.ANALYST));
      tab.page().route("**/api/session", route -> {});
      tab.page().navigate(Demo.url());
      tab.page().waitForSelector("#app[data-state=starting] .start");
      Collection<String> preloaded =
          (List<String>)
              tab.page()
                  .evaluate(
                      "() => [...document.querySelectorAll('link[rel=modulepreload]')]"
                          + ".map((link) => link.href)");
      Collection<String> fetched =
          (List<String>)
              tab.page()
                  .evaluate(
                      "() => performance.getEntriesByType('resource').map(({name}) => name)"
                          + ".filter((name) => name.endsWith('.js'))");
      assertThat(preloaded)
          .as("named by the page: before anything is asked of the server no import is a surprise")
          .hasSizeGreaterThan(50)
          .doesNotHaveDuplicates()
          .containsAll(fetched);
    }
  }
}
