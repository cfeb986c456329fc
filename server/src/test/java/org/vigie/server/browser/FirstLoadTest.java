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

  private static final String DUTY_OFFICER = "duty-officer";

  /** One for each layer that comes in tiles, where each has two dozen in the window. */
  private static final long MOST_OF_TILES = 6;

  /** Tiles, pictures of the ground, counts, the histogram, and what the page begins with. */
  private static final long MOST_OF_DATA = 30;

  /**
   * Asks for the tiles of a bundle as the page does, and for each at its own address; how many have
   * something in them.
   */
  private static final String AS_EACH_ALONE =
      """
      async (bundle) => {
        const { bundlingTiles } = await import([...document.querySelectorAll('link[rel=modulepreload]')]
          .find(({ href }) => href.endsWith('/core/tile-bundles.js')).href);
        const { pathname, searchParams } = new URL(bundle);
        const places = searchParams.get('tiles').split(',');
        searchParams.delete('tiles');
        searchParams.delete('held');
        const query = searchParams.size > 0 ? '?' + searchParams : '';
        let bundles = 0;
        const together = bundlingTiles((...args) => { bundles++; return fetch(...args); });
        const read = async (answer) => ({
          status: answer.status, tag: answer.headers.get('etag'), mark: answer.headers.get('x-classification'),
          type: answer.status === 200 ? answer.headers.get('content-type') : null, kept: answer.headers.get('x-keep-offline'),
          bytes: new Uint8Array(await answer.arrayBuffer()).join(),
        });
        const answers = (send) => Promise.all(places.map(async (place) => read(await send(`${pathname}/${place}${query}`))));
        const got = await answers(together);
        if (bundles !== 1) throw new Error(bundles + ' bundles');
        const alone = await answers((address) => fetch(address));
        got.forEach((tile, i) => {
          if (JSON.stringify(tile) !== JSON.stringify(alone[i])) {
            throw new Error(places[i] + JSON.stringify([tile, alone[i]]).slice(0, 2000));
          }
        });
        return got.filter(({ status }) => status === 200).length;
      }
      """;

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

  /** Over a line with a long way each answer costs more than most tiles have in them. */
  @Test
  void theFirstPictureAsksForItsTilesInFewRequests(Browser browser) {
    try (Tab tab = Tab.blank(browser)) {
      FirstLoad load = FirstLoad.of(tab.page());
      Tab.signIn(tab.context(), Demo.url(), Demo.signIn(DUTY_OFFICER));
      tab.page().navigate(Demo.url());
      tab.page().waitForSelector("#app[data-state=ready]");
      tab.page().waitForSelector(".map-area:not(.is-busy)");

      assertThat(load.tiles().answers()).as("%s", load.addresses()).isBetween(3L, MOST_OF_TILES);
      assertThat(load.data().answers()).as("%s", load.addresses()).isLessThan(MOST_OF_DATA);
    }
  }

  @Test
  void manyTilesInOneAnswerAreByteForByteWhatEachAloneIs(Browser browser) {
    try (Tab tab = Tab.wideAs(browser, DUTY_OFFICER)) {
      tab.page().waitForSelector(".map-area:not(.is-busy)");
      Collection<String> bundles =
          tab.page()
                      .evaluate(
                          "() => performance.getEntriesByType('resource').map(({name}) => name)"
                              + ".filter((name) => name.includes('tiles='))")
                  instanceof List<?> names
              ? names.stream().map(String::valueOf).toList()
              : List.of();
      assertThat(bundles).hasSizeBetween(3, (int) MOST_OF_TILES);
      int full = 0;
      for (String bundle : bundles) {
        full += (Integer) tab.page().evaluate(AS_EACH_ALONE, bundle);
      }
      assertThat(full).as("tiles with something in them").isGreaterThan(20);
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
