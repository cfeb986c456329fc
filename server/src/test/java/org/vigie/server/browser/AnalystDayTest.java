package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The day of an analyst who must defend every number, by keys alone. */
@ExtendWith(Chromium.class)
class AnalystDayTest {

  @Test
  void fromAQueryToFiguresAViewALinkAndAFileThatStateItWithoutAPointer(Browser browser)
      throws Exception {
    try (Tab tab = Tab.blank(browser)) {
      tab.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      Keyboard keys = Keyboard.signIn(tab, "analyst", "");
      asks(tab, keys);
      String filter = tab.at("expert").inputValue();
      assertThat(filter).contains("killed_best >= 1", "near:base/", "feature:admin-area/");
      keys.press("Escape");
      seesItInFourViews(tab, keys);

      keys.press("o").toId("view-name").type("EXERCISE deadly nights").press("Enter");
      keys.await("saved-views", "EXERCISE deadly nights");
      keys.press("Escape", "Escape");

      keys.press("u").use("share-copy");
      String link = (String) tab.page().evaluate("() => navigator.clipboard.readText()");
      assertThat(link).contains("t=-90d").contains("c.incident=");
      keys.toId("share-csv");
      Download file = tab.page().waitForDownload(() -> keys.press("Enter"));
      assertThat(Files.readString(file.path())).contains(filter);
    }
  }

  /**
   * An admin area, 250 kilometres around a base, the last ninety days by night, somebody killed.
   */
  private static void asks(Tab tab, Keyboard keys) {
    keys.press("f")
        .awaitFocus("#filter-layer")
        .backTo("summary")
        .press("Enter")
        .use("relative--90d");
    keys.toId("query-add").choose("Place").awaitFocus(Keyboard.of("query-op"));
    keys.toId("query-find").type("Duquen");
    tab.at("query-use").first().waitFor();
    keys.use("query-use").awaitFocus(Keyboard.of("query-add"));

    keys.choose("Place").awaitFocus("[data-key=op-1]");
    keys.to("[data-key=v-1-in]").type("Bas").press("Tab").type("Galieth");
    tab.at("query-km").first().waitFor();
    keys.toId("query-km").replace("250").use("query-use").awaitFocus(Keyboard.of("query-add"));

    keys.choose("Killed, best").awaitFocus("[data-key=op-2]");
    keys.toId("query-value").type("1").press("Tab");
    tab.at("chip-incident.cql.2").waitFor();
    keys.toId("query-add").choose("Time of").awaitFocus("[data-key^=v-3]");
    tab.at("chip-incident.cql.3").waitFor();
  }

  private static void seesItInFourViews(Tab tab, Keyboard keys) {
    keys.press("v").awaitFocus(Keyboard.of("linked-tab-incident"));
    int found = Integer.parseInt(tab.at("count-incident").textContent().trim());
    assertThat(found).isPositive();
    tab.awaitNumber("linked-tab-incident", found);
    for (String view : List.of("breakdown", "series", "matrix")) {
      keys.use("view-" + view);
      tab.page().locator("[data-testid=view-" + view + "][aria-pressed=true]").waitFor();
    }
    tab.at("matrix").waitFor();
    keys.use("linked-close").awaitFocus(Keyboard.of("map"));
  }
}
