package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a panel says when its answer does not come: why, in the reader's language, and a way on. */
@ExtendWith(Chromium.class)
class StatesTest {

  private static final String VIEW = "#v1/7/-11/-21.5/t=2026-05-01..2026-06-30";

  /** Everything but what the page itself is made of and who is signed in. */
  private static final Pattern ANSWERS =
      Pattern.compile(
          "https?://[^/]+/(api/(?!session|mission|layers|events/|changes/)|collections/[^/]+/items"
              + "|processes|jobs|basemaps).*");

  private static final Pattern ITEMS = Pattern.compile(".*/collections/incident/items/.*");

  /** What the browser says itself, in English and of no use to anybody. */
  private static final Pattern RAW =
      Pattern.compile(
          "Unexpected|valid JSON|HTTP \\d|Failed to|undefined|\\bnull\\b|Error:|Service"
              + " Unavailable|Internal Server|Forbidden|Too Many|Not Found|<h1>|\\[object");

  private static final List<String> RAW_LOG =
      List.of("Failed to load resource", "net::ERR", "the server responded");

  /** Where an answer is awaited as soon as the panel opens; {@code s=} is a record. */
  private static final List<String> PANELS =
      List.of("inbox", "analysis", "import", "marks", "shift", "snapshots", "saved", "ground");

  /** An answer that is none, and words that tell it. */
  private enum Answer {
    FORBIDDEN(route -> proxy(route, 403), "keeps the accounts"),
    GONE(route -> proxy(route, 404), "not there"),
    TOO_MUCH(route -> proxy(route, 429), "Wait a minute"),
    BROKEN(route -> proxy(route, 500), "tell whoever runs it"),
    BUSY(route -> proxy(route, 503), "Try again in a minute"),
    CUT(Route::abort, "cannot be reached"),
    HALF(route -> fulfil(route, 200, "application/json", "{\"a\": [1, 2"), "cut off"),
    FOREIGN(
        route -> fulfil(route, 200, "text/html", "<html>Sign in to the network</html>"),
        "Something other than this server");

    private final Consumer<Route> serve;
    private final String said;

    Answer(Consumer<Route> serve, String said) {
      this.serve = serve;
      this.said = said;
    }
  }

  @ParameterizedTest
  @EnumSource(Answer.class)
  void everyPanelSaysWhyAndOffersAWayOn(Answer answer, Browser browser) throws Exception {
    String incident = anId("incident");
    try (Tab tab = Tab.wide(browser, VIEW)) {
      tab.page().route(ANSWERS, answer.serve::accept);
      List<String> wrong = new ArrayList<>();
      for (String panel : PANELS) {
        if (answer == Answer.CUT && panel.equals("ground")) {
          continue; // without a line the list of before is there
        }
        open(tab.page(), "o=" + panel);
        tab.at("panel-" + panel).waitFor();
        look(tab.at("tool-panel"), panel, answer.said, wrong);
        if (answer == Answer.BUSY) { // they all look alike
          wrong.addAll(Axe.problems(tab.page(), "[data-testid=tool-panel]"));
        }
      }
      open(tab.page(), "s=incident:" + incident);
      if (answer != Answer.GONE) {
        look(tab.at("detail"), "detail", answer.said, wrong);
      } else {
        tab.at("detail-missing").waitFor();
      }
      wrong.addAll(Axe.problems(tab.page(), "[data-testid=detail]"));
      assertThat(wrong).isEmpty();

      tab.page().unroute(ANSWERS);
      if (answer != Answer.GONE) {
        tab.at("detail").locator(".notice.is-problem button").first().click();
        tab.at("detail-title").waitFor();
      }
      forgive(tab);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es", "ar"})
  void noPanelSpeaksTheBrowsersEnglish(String language, Browser browser) {
    Browser.NewContextOptions window =
        new Browser.NewContextOptions().setLocale(language).setViewportSize(390, 844);
    try (Tab tab = Tab.of(browser, window)) {
      Tab.signIn(tab.context(), Demo.url(), Demo.as("duty-officer"));
      tab.page().navigate(Demo.url() + VIEW);
      tab.page().waitForSelector("#app[data-state=ready]");
      tab.page().route(ANSWERS, route -> proxy(route, 503));
      for (String panel : PANELS) {
        open(tab.page(), "o=" + panel);
        Locator problem = tab.at("tool-panel").locator(".notice.is-problem").first();
        problem.waitFor();
        assertThat(tab.at("tool-panel").innerText())
            .as(panel)
            .doesNotContain("server", "Try again", "Service Unavailable");
        assertThat(problem.getByRole(AriaRole.BUTTON).count()).as(panel).isPositive();
      }
      assertThat(Axe.problems(tab.page(), "[data-testid=tool-panel]")).isEmpty();
      forgive(tab);
    }
  }

  @Test
  void aSlowAnswerIsSaidToBeSlowAndOneThatNeverComesIsGivenUp(Browser browser) throws Exception {
    String incident = anId("incident");
    try (Tab tab = Tab.wide(browser, VIEW)) {
      tab.page().clock().install();
      tab.page().route(ITEMS, route -> {});
      open(tab.page(), "s=incident:" + incident);
      Locator detail = tab.at("detail");
      detail.locator(".loading").waitFor();
      tab.page().clock().fastForward(9_000);
      detail.getByText("longer than usual").waitFor();
      tab.page().clock().fastForward(60_000);
      detail.getByText("has not answered for a minute").waitFor();
      tab.page().unroute(ITEMS);
      detail.locator(".notice.is-problem button").click();
      tab.at("detail-title").waitFor();
      forgive(tab);
    }
  }

  @Test
  void whatWasTypedOutlivesARefusal(Browser browser) {
    try (Tab tab = Tab.wide(browser, VIEW)) {
      open(tab.page(), "o=saved");
      tab.at("view-name").waitFor();
      tab.fill("view-name", "Morning picture");
      tab.page().route(ANSWERS, route -> proxy(route, 503));
      tab.click("view-save");
      tab.at("panel-saved").getByText("Try again in a minute").first().waitFor();
      assertThat(tab.at("view-name").inputValue()).isEqualTo("Morning picture");
      forgive(tab);
    }
  }

  @Test
  void theSameReasonIsSaidOnceForAllLayers(Browser browser) {
    try (Tab tab = Tab.wide(browser, VIEW)) {
      tab.page().route(Pattern.compile(".*/api/(picture|events)/.*"), route -> proxy(route, 503));
      tab.page().reload();
      Locator notices = tab.page().locator(".notices .notice.is-problem");
      notices.getByText("Incidents").first().waitFor();
      assertThat(notices.getByText("Incidents").count()).isEqualTo(1);
      assertThat(Axe.problems(tab.page(), ".left")).isEmpty();
      forgive(tab);
    }
  }

  @Test
  void aBasemapAboveTheLimitIsRefusedBeforeItIsSent(Browser browser, @TempDir Path folder)
      throws Exception {
    Path file = Files.write(folder.resolve("large.pmtiles"), new byte[3_000]);
    List<String> sent = new ArrayList<>();
    try (Tab tab = Tab.wide(browser, VIEW)) {
      tab.page()
          .route(
              Pattern.compile(".*/basemaps(\\?.*)?$"),
              route -> {
                if (route.request().method().equals("POST")) {
                  sent.add(route.request().url());
                }
                fulfil(route, 200, "application/json", "{\"basemaps\": [], \"mostBytes\": 2000}");
              });
      open(tab.page(), "o=ground");
      tab.at("ground-list").waitFor();
      tab.at("ground-file").setInputFiles(file);
      assertThat(tab.text("ground-too-large")).contains("3 kB").contains("2 kB");
      tab.click("ground-another");
      assertThat(tab.at("ground-too-large").count()).isZero();
      assertThat(sent).isEmpty();
    }
  }

  private static void look(Locator panel, String name, String said, List<String> wrong) {
    Locator problem = panel.locator(".notice.is-problem").filter(hasText(said)).first();
    problem.waitFor();
    if (problem.locator("button").count() == 0) {
      wrong.add(name + " offers no way on: " + problem.innerText());
    }
    String text = panel.innerText();
    if (RAW.matcher(text).find()) {
      wrong.add(name + " is raw: " + text);
    }
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void open(Page page, String part) {
    page.evaluate(
        "part => { location.hash = location.hash.replace(/&[os]=[^&]*/g, '') + '&' + part; }",
        part);
  }

  private static String anId(String layer) throws Exception {
    return Demo.get("/collections/" + layer + "/items?limit=1").at("/features/0/id").asText();
  }

  /** As something before the server answers: with a page of its own. */
  private static void proxy(Route route, int status) {
    fulfil(route, status, "text/html", "<h1>" + status + " Service Unavailable</h1>");
  }

  private static void fulfil(Route route, int status, String type, String body) {
    route.fulfill(new Route.FulfillOptions().setStatus(status).setContentType(type).setBody(body));
  }

  private static void forgive(Tab tab) {
    tab.page().unrouteAll();
    tab.page().waitForTimeout(200);
    RAW_LOG.forEach(tab::forgive);
  }
}
