package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.testing.SignedIn;

/**
 * What is entered without a line waits, is counted, outlives a crash and is sent once, in its
 * order.
 */
@ExtendWith(Chromium.class)
class QueueTest {

  private static final String INCIDENTS = "/collections/incident/items";
  private static final String HOTSPOTS = "/collections/hotspot/items";
  private static final String DUTY_OFFICER = "duty-officer";
  private static final String AREA = "#v1/7/-11/-21.5/o=hotspot";

  @Test
  void reportsWithoutALineOutliveACrashAndAreSentOnceInTheirOrderByTwoTabs(Browser browser)
      throws Exception {
    try (Tab tab = open(browser, "")) {
      OfflineTest.awaitKept(tab);
      tab.click("tool-entry").at("entry-form").waitFor();
      tab.context().setOffline(true);
      report(tab, "EXERCISE queued first", "UNCLASSIFIED");
      assertThat(tab.text("unsent")).contains("1 not sent");
      tab.click("queued-another");
      report(tab, "EXERCISE queued second", "UNCLASSIFIED");
      assertThat(tab.text("unsent")).contains("2 not sent");
      assertThat(found("EXERCISE queued first")).as("nothing was sent").isEmpty();

      // A page that is torn down, and another beside it.
      Page other = tab.context().newPage();
      other.navigate(Demo.url());
      other.waitForSelector("#app[data-state=ready]");
      other.getByTestId("unsent").waitFor();
      assertThat(other.getByTestId("unsent").innerText()).contains("2 not sent");
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      assertThat(tab.text("unsent")).contains("2 not sent");

      tab.context().setOffline(false);
      tab.at("unsent").waitFor(OfflineTest.hidden());
      other.getByTestId("unsent").waitFor(OfflineTest.hidden());
      JsonNode first = found("EXERCISE queued first");
      JsonNode second = found("EXERCISE queued second");
      assertThat(first).as("sent once").hasSize(1);
      assertThat(second).as("sent once").hasSize(1);
      assertThat(recorded(first)).isLessThan(recorded(second));
      Demo.remove(INCIDENTS + '/' + first.at("/0/id").asText());
      Demo.remove(INCIDENTS + '/' + second.at("/0/id").asText());
      tab.forgive("Failed to load resource");
    }
  }

  @Test
  void anEditThatMeetsAnotherIsShownAndDecidedByAPerson(Browser browser) throws Exception {
    String id =
        Demo.create(
            INCIDENTS,
            """
            {"type": "Feature", "geometry": null, "properties": {"title": "EXERCISE crossing",
             "type": "CRIME", "valid_from": "2026-06-01T08:00:00Z",
             "time_precision": "EXACT_DAY", "exercise": true}}
            """);
    String path = INCIDENTS + '/' + id;
    try (Tab tab = open(browser, "#v1/6/-11.5/-20.6/s=incident:" + id)) {
      tab.click("edit-entry").at("entry-task").waitFor();
      tab.context().setOffline(true);
      tab.fill("field-title", "EXERCISE crossing, mine").click("entry-save");
      tab.at("entry-queued").waitFor();
      Demo.patch(path, Demo.tag(path), "{\"properties\": {\"title\": \"EXERCISE theirs\"}}");
      tab.context().setOffline(false);

      tab.click("queued-list");
      tab.at("queue-decide").waitFor();
      assertThat(tab.text("unsent")).as("not sent until somebody decides").contains("1 not sent");
      tab.click("queue-decide");
      assertThat(tab.text("entry-conflict")).contains("EXERCISE theirs", "EXERCISE crossing, mine");
      tab.click("conflict-save");
      tab.at("queue-empty").waitFor();
      assertThat(Demo.get(path).at("/properties/title").asText())
          .isEqualTo("EXERCISE crossing, mine");
      Demo.remove(path);
      tab.forgive("Failed to load resource");
    }
  }

  @Test
  void whatIsMarkedHighWaitsInTheTabAloneAndSigningOutDiscardsOnlyWhenToldTo(Browser browser)
      throws Exception {
    try (Tab tab = open(browser, "")) {
      OfflineTest.awaitKept(tab);
      tab.click("tool-entry").at("entry-form").waitFor();
      tab.context().setOffline(true);
      report(tab, "EXERCISE openly", "UNCLASSIFIED");
      tab.click("queued-another");
      report(tab, "EXERCISE covertly", "CONFIDENTIAL");
      tab.click("queued-list");
      assertThat(tab.text("queue")).contains("EXERCISE openly", "EXERCISE covertly", "in this tab");
      assertThat(onDisk(tab)).contains("EXERCISE openly").doesNotContain("EXERCISE covertly");
      tab.awaitAddress("o=line");
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      assertThat(tab.text("unsent")).as("outlives a reload").contains("2 not sent");

      tab.at("queue-entry").last().getByTestId("queue-discard").click();
      tab.click("queue-discard-sure");
      tab.page().waitForCondition(() -> tab.at("queue-entry").count() == 1);
      tab.page().route("**/collections/incident/items", route -> route.abort());
      tab.context().setOffline(false);
      tab.at("offline").waitFor(OfflineTest.hidden());
      tab.click("account").click("sign-out");
      assertThat(tab.text("leaving")).contains("1 entry was not sent");
      tab.click("leaving-stay");
      assertThat(tab.text("unsent")).contains("1 not sent");
      tab.click("account").click("sign-out").click("leaving-yes");
      tab.page().waitForURL("**/login**");
      assertThat(OfflineTest.lookedThrough(tab)).doesNotContain("EXERCISE openly");
      assertThat(found("EXERCISE openly")).isEmpty();
      tab.forgive("Failed to load resource");
    }
  }

  @Test
  void aHotspotDrawnWithoutALineIsStoredOnceAlsoWhenAnAnswerIsLost(Browser browser)
      throws Exception {
    String name = "EXERCISE drawn in the dark";
    try (Tab tab = adviser(browser, AREA)) {
      OfflineTest.awaitKept(tab);
      tab.at("draw-polygon").waitFor();
      tab.context().setOffline(true);
      hotspot(tab, name);
      tab.click("hotspot-save").at("hotspot-queued").waitFor();
      assertThat(tab.text("unsent")).contains("1 not sent");
      assertThat(hotspots(name)).isEmpty();

      AtomicInteger arrived = new AtomicInteger();
      tab.page()
          .route(
              "**/collections/hotspot/items",
              route -> {
                route.fetch();
                arrived.incrementAndGet();
                route.abort();
              });
      tab.context().setOffline(false);
      tab.page().waitForCondition(() -> arrived.get() > 0);
      assertThat(hotspots(name)).as("it arrived, and nobody heard of it").hasSize(1);
      assertThat(tab.text("unsent")).contains("1 not sent");

      tab.page().unroute("**/collections/hotspot/items");
      tab.click("unsent").click("queue-send").at("queue-empty").waitFor();
      assertThat(tab.at("unsent").isVisible()).isFalse();
      JsonNode stored = hotspots(name);
      assertThat(stored).as("stored once").hasSize(1);
      assertThat(stored.at("/0/geometry/coordinates/0")).hasSize(5);
      Demo.remove(HOTSPOTS + '/' + stored.at("/0/id").asText());
      tab.forgive("Failed to load resource");
    }
  }

  @Test
  void whatWaitsAndWhatIsUnfinishedOutliveAKilledBrowser() throws Exception {
    Path profile = TestDatabases.newFolder("vigie-profile-");
    OwnMission mission = OwnMission.start("--offline-classification=CONFIDENTIAL");
    try (Playwright playwright = Chromium.newPlaywright()) {
      mission.add(
          "adviser", "\"roles\": [\"protection-adviser\"], \"clearance\": \"CONFIDENTIAL\"");
      SignedIn adviser = mission.signIn("adviser");
      Tab tab = Tab.in(Chromium.withProfile(playwright, profile), mission.url(), adviser, AREA);
      tab.at("draw-polygon").waitFor();
      tab.context().setOffline(true);
      hotspot(tab, "EXERCISE sent after all");
      tab.click("hotspot-save").at("hotspot-queued").waitFor();
      assertThat(tab.text("unsent")).contains("1 not sent");
      hotspot(tab, "EXERCISE half drawn");
      tab.page().waitForCondition(() -> isWritten(profile, "EXERCISE half drawn"));
      kill(profile);

      BrowserContext again = Chromium.withProfile(playwright, profile);
      again.route("**/collections/hotspot/items", route -> route.abort());
      try (Tab next = Tab.in(again, mission.url(), adviser, AREA)) {
        assertThat(next.text("unsent")).contains("1 not sent");
        next.click("unfinished-restore");
        next.page().waitForCondition(() -> next.page().locator(".sketch-corner").count() == 4);
        assertThat(next.at("field-name").first().inputValue()).isEqualTo("EXERCISE half drawn");
        again.unroute("**/collections/hotspot/items");
        next.click("unsent").click("queue-send").at("queue-empty").waitFor();
        assertThat(stored(adviser, "EXERCISE sent after all")).hasSize(1);
        assertThat(stored(adviser, "EXERCISE half drawn")).isEmpty();
        next.forgive("Failed to load resource");
      }
    } finally {
      mission.close();
      TestDatabases.delete(profile);
    }
  }

  @Test
  void aDeletionWaitsCanBeTakenBackAndMeetsAChangeWithAChoice(Browser browser) throws Exception {
    String id =
        Demo.create(
            HOTSPOTS,
            """
            {"type": "Feature", "geometry": {"type": "Polygon", "coordinates":
             [[[-21.6, -11.1], [-21.4, -11.1], [-21.4, -10.9], [-21.6, -11.1]]]},
             "properties": {"name": "EXERCISE to go", "level": "WATCH", "method": "MANUAL",
             "review_date": "2026-08-01", "valid_from": "2026-06-01T00:00:00Z", "exercise": true}}
            """);
    String path = HOTSPOTS + '/' + id;
    try (Tab tab = adviser(browser, "#v1/8/-11/-21.5/s=hotspot:" + id)) {
      OfflineTest.awaitKept(tab);
      tab.at("edit-hotspot").waitFor();
      tab.context().setOffline(true);
      // What the panel shows is enough to begin with.
      tab.click("edit-hotspot").click("hotspot-delete").click("hotspot-delete-sure");
      tab.at("hotspot-queued").waitFor();
      assertThat(tab.text("unsent")).contains("1 not sent");
      tab.click("hotspot-queued-list");
      assertThat(tab.text("queue")).contains("EXERCISE to go", "Deletion");
      tab.click("queue-discard").at("queue-empty").waitFor();
      assertThat(tab.at("unsent").isVisible()).isFalse();

      tab.context().setOffline(false);
      tab.at("offline").waitFor(OfflineTest.hidden());
      tab.page().evaluate("id => { location.hash = '#v1/8/-11/-21.5/s=hotspot:' + id; }", id);
      tab.click("edit-hotspot").at("hotspot-delete").waitFor();
      tab.context().setOffline(true);
      tab.click("hotspot-delete").click("hotspot-delete-sure").at("hotspot-queued").waitFor();
      Demo.patch(path, Demo.tag(path), "{\"properties\": {\"owner\": \"Somebody else\"}}");
      tab.context().setOffline(false);
      tab.click("unsent").at("queue-decide").waitFor();
      assertThat(Demo.get(path).at("/properties/owner").asText()).isEqualTo("Somebody else");
      tab.click("queue-decide");
      assertThat(tab.text("queue-deciding")).contains("EXERCISE to go", "Somebody else");
      tab.click("deciding-yes").at("queue-empty").waitFor();
      assertThat(hotspots("EXERCISE to go")).isEmpty();
      tab.forgive("Failed to load resource");
    }
  }

  @Test
  void aStepWaitsAndWhatNeedsTheLineSaysSoBeforeOneClicks(Browser browser) throws Exception {
    String id =
        Demo.create(
            INCIDENTS,
            """
            {"type": "Feature", "geometry": null, "properties": {"title": "EXERCISE stepping",
             "type": "CRIME", "valid_from": "2026-06-01T08:00:00Z",
             "time_precision": "EXACT_DAY", "exercise": true}}
            """);
    String path = INCIDENTS + '/' + id;
    try (Tab tab = open(browser, "#v1/6/-11.5/-20.6/s=incident:" + id)) {
      Locator step = tab.page().locator("[data-testid^=step-]:not([aria-disabled])").first();
      OfflineTest.awaitKept(tab);
      step.waitFor();
      tab.at("add-link").waitFor();
      assertThat(says(tab.at("add-link"))).doesNotContain("needs the line");
      tab.context().setOffline(true);
      String to = step.getAttribute("data-testid").substring("step-".length());
      step.click();
      assertThat(tab.text("detail-waiting")).contains("Step: ");
      assertThat(tab.text("unsent")).contains("1 not sent");
      tab.at("offline").waitFor();
      assertThat(tab.text("offline")).contains("1 not sent");
      assertThat(says(tab.at("add-link"))).contains("needs the line");
      tab.click("add-link");
      assertThat(tab.at("link-save").count()).as("nothing opens").isZero();
      assertThat(tab.text("announcer")).contains("cannot be reached");

      tab.context().setOffline(false);
      tab.at("unsent").waitFor(OfflineTest.hidden());
      assertThat(Demo.get("/api/workflow/incident/" + id).path("state").asText()).isEqualTo(to);
      Demo.remove(path);
      // The browser itself asks for a newer worker, whether or not there is a line.
      tab.forgive("error occurred when fetching the script");
      tab.forgive("Failed to load resource");
    }
  }

  @Test
  void whatTheServerRefusesStaysGoesBackToItsFormAndIntoAFile(Browser browser) throws Exception {
    try (Tab tab = adviser(browser, AREA)) {
      OfflineTest.awaitKept(tab);
      tab.at("draw-polygon").waitFor();
      tab.context().setOffline(true);
      hotspot(tab, "EXERCISE refused");
      tab.click("hotspot-save").at("hotspot-queued").waitFor();
      tab.page()
          .route(
              "**/collections/hotspot/items",
              route ->
                  route.fulfill(
                      new Route.FulfillOptions()
                          .setStatus(400)
                          .setContentType("application/problem+json")
                          .setBody("{\"title\": \"no\", \"detail\": \"EXERCISE not so\"}")));
      tab.context().setOffline(false);
      tab.click("unsent");
      assertThat(tab.text("queue-refused")).contains("EXERCISE not so");
      Download file = tab.page().waitForDownload(() -> tab.click("queue-file"));
      assertThat(Files.readString(file.path()))
          .contains("EXERCISE refused", "EXERCISE not so", "\"CONFIDENTIAL\"", "Polygon");
      tab.click("queue-reopen").click("unfinished-restore");
      tab.page().waitForCondition(() -> tab.page().locator(".sketch-corner").count() == 4);
      tab.page().unroute("**/collections/hotspot/items");
      tab.fill("field-name", "EXERCISE mended").click("hotspot-save");
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE mended");
      assertThat(tab.at("unsent").isVisible()).isFalse();
      Demo.remove(HOTSPOTS + '/' + hotspots("EXERCISE mended").at("/0/id").asText());
      tab.forgive("Failed to load resource");
    }
  }

  private static Tab adviser(Browser browser, String fragment) {
    return Tab.withWorker(browser, Demo.url(), Demo.signIn("protection-adviser"), fragment);
  }

  /** Draws four corners and fills in what must be. */
  static void hotspot(Tab tab, String name) {
    tab.click("draw-polygon");
    tab.clickMap(.4, .4).clickMap(.55, .4).clickMap(.55, .6).clickMap(.4, .6);
    tab.page().keyboard().press("Enter");
    tab.fill("field-name", name).fill("field-review_date", "2026-08-01");
    tab.at("field-level").first().selectOption("WATCH");
  }

  private static JsonNode hotspots(String name) throws Exception {
    return Demo.get(HOTSPOTS + "?filter=name='" + name.replace(" ", "%20") + "'").path("features");
  }

  private static JsonNode stored(SignedIn who, String name) throws Exception {
    String path = HOTSPOTS + "?filter=name='" + name.replace(" ", "%20") + "'";
    return new ObjectMapper()
        .readTree(who.send(who.request(path).header("Accept", "application/geo+json").GET()).body())
        .path("features");
  }

  private static String says(Locator button) {
    return (String)
        button.evaluate("b => b.innerText + getComputedStyle(b, '::after').content", null);
  }

  /** Chromium writes what lies in localStorage some seconds later. */
  private static boolean isWritten(Path profile, String text) {
    Path storage = profile.resolve("Default/Local Storage/leveldb");
    try (Stream<Path> files = Files.list(storage)) {
      for (Path file : files.toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
      return false;
    } catch (IOException changing) {
      return false;
    }
  }

  /** As the kernel does when there is no memory left. */
  private static void kill(Path profile) throws InterruptedException {
    List<ProcessHandle> browsers =
        ProcessHandle.current()
            .descendants()
            .filter(p -> commandLine(p).contains("--user-data-dir=" + profile))
            .toList();
    assertThat(browsers).isNotEmpty();
    browsers.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle browser : browsers) {
      browser.onExit().join();
    }
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  private static Tab open(Browser browser, String fragment) {
    return Tab.withWorker(browser, Demo.url(), Demo.signIn(DUTY_OFFICER), fragment);
  }

  private static void report(Tab tab, String title, String classification) {
    tab.at("entry-what").selectOption("incident");
    tab.at("where-unknown").check();
    tab.fill("field-title", title);
    tab.at("field-type").selectOption("RIOTS");
    tab.at("entry-classification").selectOption(classification);
    tab.click("entry-save");
    tab.at("entry-queued").waitFor();
  }

  private static JsonNode found(String title) throws Exception {
    return Demo.get(INCIDENTS + "?filter=title='" + title.replace(" ", "%20") + "'")
        .path("features");
  }

  private static String recorded(JsonNode features) {
    return features.at("/0/properties/recorded_at").asText();
  }

  private static String onDisk(Tab tab) {
    return (String)
        tab.page()
            .evaluate(
                """
                async () => {
                  const db = await new Promise((done) => {
                    const open = indexedDB.open('vigie-queue');
                    open.onsuccess = () => done(open.result);
                  });
                  const all = await new Promise((done) => {
                    db.transaction('entries').objectStore('entries').getAll().onsuccess =
                      (e) => done(JSON.stringify(e.target.result));
                  });
                  db.close();
                  return all + JSON.stringify(localStorage);
                }
                """);
  }
}
