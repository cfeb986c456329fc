package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.testing.SignedIn;

/**
 * What a browser keeps for when there is no line, for whom, and that nothing of it outlives a
 * session.
 */
@ExtendWith(Chromium.class)
class OfflineTest {

  /** Every text that the browser keeps of us, but for the files of the page. */
  private static final String LOOK_THROUGH =
      """
      async () => {
        const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
        for (const name of await caches.keys()) {
          if (name.startsWith('vigie-shell-')) continue;
          const cache = await caches.open(name);
          for (const question of await cache.keys()) {
            texts.push(question.url + ' ' + await (await cache.match(question)).text());
          }
        }
        for (const { name } of await indexedDB.databases()) {
          const db = await new Promise((done, failed) => {
            const open = indexedDB.open(name);
            open.onsuccess = () => done(open.result);
            open.onerror = () => failed(open.error);
          });
          for (const store of db.objectStoreNames) {
            texts.push(await new Promise((done) => {
              db.transaction(store).objectStore(store).getAll().onsuccess =
                (e) => done(JSON.stringify(e.target.result));
            }));
          }
          db.close();
        }
        return texts.join('\\n');
      }
      """;

  /** The page's files and the beginning of a picture are on the disk. */
  private static final String IS_KEPT =
      """
      async () => {
        const shell = (await caches.keys()).find((name) => name.startsWith('vigie-shell-'));
        return Boolean(shell && navigator.serviceWorker.controller
          && await caches.match('/', { cacheName: shell }) && await caches.match('/kept/start')
          && (await (await caches.open(shell)).keys()).some(({ url }) => url.includes('countries-110m')));
      }
      """;

  private static final String MARKS =
      """
      async () => {
        const marks = [];
        for (const name of (await caches.keys()).filter((n) => n.startsWith('vigie-kept-'))) {
          const cache = await caches.open(name);
          for (const question of await cache.keys()) {
            marks.push((await cache.match(question)).headers.get('x-classification') ?? 'UNCLASSIFIED');
          }
        }
        return marks;
      }
      """;

  @Test
  void theLastViewOpensWithoutALineAndSaysOfWhenItIsAndGoesOnWhenTheLineIsBack(Browser browser) {
    try (Tab tab = open(browser, Demo.signIn("viewer"))) {
      awaitKept(tab);
      String counted = tab.text("data-as-of");
      long incidents = tab.number("count-incident");
      long imprecise = tab.number("unsure-imprecise");
      tab.context().setOffline(true);
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      tab.at("offline").waitFor();
      assertThat(tab.text("offline")).contains("Offline since", "what was known at");
      tab.page().waitForSelector(".map-area:not(.is-busy)");
      assertThat(tab.at("layer-incident").first().isVisible()).isTrue();
      assertThat(tab.page().locator(".layer .notice.is-problem").count()).isZero();
      tab.awaitNumber("count-incident", incidents);
      tab.awaitNumber("unsure-imprecise", imprecise);

      tab.context().setOffline(false);
      tab.at("offline").waitFor(hidden());
      assertThat(tab.text("data-as-of")).isEqualTo(counted);
      tab.page().waitForSelector(".map-area:not(.is-busy)");
      tab.forgive("ERR_INTERNET_DISCONNECTED");
      tab.forgive("Failed to load resource");
    }
  }

  @Test
  void whenTheServerIsStoppedThePageOpensAllTheSame(Browser browser) throws Exception {
    OwnMission mission = OwnMission.start();
    try (Tab tab = Tab.withWorker(browser, mission.url(), mission.administrator(), "")) {
      awaitKept(tab);
      mission.close();
      tab.expectNoServer();
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      tab.at("offline").waitFor();
    }
  }

  @Test
  void aNewVersionIsToldAndLoadedAsAWholeAlsoWithoutALineAndLosesNothing(Browser browser)
      throws Exception {
    Path newer = TestDatabases.newFolder("vigie-newer-");
    OwnMission mission = OwnMission.start();
    String classPath = NewerVersion.classPath(newer);
    mission.add("adviser", "\"roles\": [\"protection-adviser\"], \"clearance\": \"CONFIDENTIAL\"");
    SignedIn adviser = mission.signIn("adviser");
    try (Tab tab = Tab.withWorker(browser, mission.url(), adviser, "#v1/7/4/20/o=hotspot")) {
      awaitKept(tab);
      tab.at("draw-polygon").waitFor();
      assertThat(filesFetched(tab)).doesNotContain(NewerVersion.DIGEST);
      mission.stop();
      QueueTest.hotspot(tab, "EXERCISE kept over an update");
      tab.click("hotspot-save").at("hotspot-queued").waitFor();
      QueueTest.hotspot(tab, "EXERCISE unfinished over an update");
      tab.page().route("**/collections/*/items", route -> route.abort());
      tab.at("offline").waitFor();

      mission.startFrom(classPath);
      assertThat(tab.text("newer-version")).contains("A new version of this page is ready");
      tab.page().keyboard().press("Escape");
      tab.page().evaluate("() => { location.hash = '#v1/7/4/20/o=measure'; }");
      tab.at("panel-measure").waitFor();
      assertThat(filesFetched(tab)).as("the old page stays").doesNotContain(NewerVersion.DIGEST);

      tab.context().setOffline(true);
      tab.click("newer-load");
      tab.page().waitForCondition(() -> filesFetched(tab).contains(NewerVersion.DIGEST));
      tab.page().waitForSelector("#app[data-state=ready]");
      assertThat(tab.text("unsent")).contains("1 not sent");
      tab.page().evaluate("() => { location.hash = '#v1/7/4/20/o=hotspot'; }");
      tab.click("unfinished-restore");
      assertThat(tab.at("field-name").first().inputValue())
          .isEqualTo("EXERCISE unfinished over an update");
      assertThat(filesFetched(tab).split(" "))
          .as("nothing of the old page")
          .allMatch(digest -> digest.equals(NewerVersion.DIGEST));
      tab.forgive("net::ERR_");
      tab.forgive("Failed to load resource");
    } finally {
      mission.close();
      TestDatabases.delete(newer);
    }
  }

  /** Versions of the files that this page asked for, divided by blanks. */
  private static String filesFetched(Tab tab) {
    return (String)
        tab.page()
            .evaluate(
                """
                () => [...new Set(performance.getEntriesByType('resource')
                  .map(({ name }) => /\\/assets\\/([0-9a-f]+)\\//.exec(name)?.[1])
                  .filter(Boolean))].join(' ')
                """);
  }

  @Test
  void whatACompartmentKeepsAmongFewLiesOnNoDiskWhateverItsMark(Browser browser) throws Exception {
    String question = "/api/histogram?layer=incident&bbox=-21.31,-11.31,-21.29,-11.29";
    SignedIn adviser = Demo.signIn("protection-adviser");
    assertThat(kept(adviser, question)).as("nothing lies there").isPresent();
    String id =
        Demo.create(
            "/collections/incident/items",
            """
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-21.3, -11.3]},
             "properties": {"title": "EXERCISE for few", "type": "CRIME", "exercise": true,
             "location_class": "GPS", "radius_m": 10, "classification": "UNCLASSIFIED",
             "compartments": ["POC"], "valid_from": "2026-06-01T08:00:00Z",
             "time_precision": "EXACT_DAY"}}
            """);
    String counts =
        """
        {"bbox": [-21.31, -11.31, -21.29, -11.29], "layers": [{"name": "incident"}]}
        """;
    assertThat(kept(adviser, question)).as("unclassified, but for few").isEmpty();
    assertThat(kept(adviser, question)).as("also when it was asked before").isEmpty();
    assertThat(keptOfAsking(adviser, counts)).isEmpty();
    SignedIn viewer = Demo.signIn("viewer");
    assertThat(kept(viewer, question)).as("of who does not see it").isPresent();
    assertThat(keptOfAsking(viewer, counts)).isPresent();
    Demo.remove("/collections/incident/items/" + id);
    assertThat(kept(adviser, question)).as("gone again").isPresent();
  }

  private static Optional<String> kept(SignedIn who, String path) throws Exception {
    return who.send(who.request(path).GET()).headers().firstValue("X-Keep-Offline");
  }

  private static Optional<String> keptOfAsking(SignedIn who, String body) throws Exception {
    return who.send(
            who.request("/api/counts")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)))
        .headers()
        .firstValue("X-Keep-Offline");
  }

  @Test
  void afterSigningOutNothingOfTheSessionIsLeftInTheBrowser(Browser browser) throws Exception {
    try (Tab tab = open(browser, Demo.signIn("viewer"))) {
      awaitKept(tab);
      String place =
          Demo.get("/collections/place/items?limit=1").at("/features/0/properties/name").asText();
      tab.page().waitForCondition(() -> lookedThrough(tab).contains(place));

      tab.click("account").click("sign-out");
      tab.page().waitForURL("**/login**");
      assertThat(lookedThrough(tab))
          .doesNotContain(place)
          .doesNotContain("viewer")
          .doesNotContain("/api/");
      tab.forgive("401");
    }
  }

  @Test
  void aSessionThatTheServerEndedLeavesNothingEither(Browser browser) throws Exception {
    SignedIn viewer = Demo.signIn("viewer");
    try (Tab tab = open(browser, viewer)) {
      awaitKept(tab);
      assertThat(lookedThrough(tab)).contains("/api/");
      viewer.send(viewer.request("/api/session").DELETE());
      tab.page().reload();
      tab.page().waitForURL("**/login**");
      tab.page().waitForCondition(() -> !lookedThrough(tab).contains("/api/"));
      tab.forgive("401");
    }
  }

  @Test
  void whatIsMarkedAboveTheSettingNeverLiesOnTheDisk(Browser browser) {
    try (Tab tab = open(browser, Demo.signIn(Demo.ANALYST))) {
      awaitKept(tab);
      tab.page().waitForSelector(".map-area:not(.is-busy)");
      assertThat(tab.text("banner")).as("the page shows more").contains("STRICTLY CONFIDENTIAL");
      List<?> marks = (List<?>) tab.page().evaluate(MARKS);
      assertThat(marks).hasSizeGreaterThan(5);
      assertThat(marks.stream().map(Object::toString)).containsOnly("UNCLASSIFIED");
    }
  }

  @Test
  void whatWasKeptForOneAccountIsGoneAsSoonAsAnotherIsSignedIn(Browser browser) {
    try (Tab tab = open(browser, Demo.signIn("viewer"))) {
      awaitKept(tab);
      Object before =
          tab.page()
              .evaluate(
                  "async () => (await caches.keys()).filter((n) =>"
                      + " n.startsWith('vigie-kept-')).join()");
      Tab.signIn(tab.context(), Demo.url(), Demo.signIn("reporter"));
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      awaitKept(tab);
      assertThat(
              tab.page()
                  .evaluate(
                      "async () => (await caches.keys()).filter((n) =>"
                          + " n.startsWith('vigie-kept-')).join()"))
          .isNotEqualTo(before)
          .asString()
          .doesNotContain(",");
      assertThat(lookedThrough(tab))
          .contains("\"reporter\"")
          .doesNotContain("\"username\":\"viewer\"");
    }
  }

  private static Tab open(Browser browser, SignedIn user) {
    return Tab.withWorker(browser, Demo.url(), user, "");
  }

  static void awaitKept(Tab tab) {
    Page page = tab.page();
    page.waitForSelector(".map-area:not(.is-busy)");
    page.waitForCondition(() -> (Boolean) page.evaluate(IS_KEPT));
  }

  static String lookedThrough(Tab tab) {
    return (String) tab.page().evaluate(LOOK_THROUGH);
  }

  static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }
}
