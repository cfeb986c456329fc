package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.server.testing.ReadTileBundle;
import org.vigie.server.testing.SignedIn;

/**
 * What is confidential is there without a line too, for who types the passphrase, and is nothing to
 * who has the disk alone.
 */
@ExtendWith(Chromium.class)
class LockedOfflineTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String PASSPHRASE = "lamp orchard seven ferry quill";
  private static final String HOTSPOTS = "/collections/hotspot/items";
  private static final String INCIDENTS = "/collections/incident/items";
  private static final String OFFICER = "officer";

  /** Holds no compartment. */
  private static final String RIGHTS =
      "\"roles\": [\"duty-officer\", \"protection-adviser\"], \"clearance\": \"CONFIDENTIAL\"";

  private static final String VIEW = "#v1/7/-11/-23.5";
  private static final String LINE = "/o=line";

  /** Every byte that the browser keeps of us, as text, but for the files of the page. */
  private static final String DISK =
      """
      async () => {
        const text = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
          ? new TextDecoder('latin1').decode(value)
          : typeof value === 'object' && value !== null
            ? Object.entries(value).map(([name, part]) => name + '=' + text(part)).join(' ')
            : String(value);
        const texts = [text({ ...localStorage })];
        for (const name of await caches.keys()) {
          if (name.startsWith('vigie-shell-')) continue;
          const cache = await caches.open(name);
          for (const question of await cache.keys()) {
            const answer = await cache.match(question);
            texts.push([question.url, ...answer.headers].join(" ") + text(await answer.arrayBuffer()));
          }
        }
        for (const { name } of await indexedDB.databases()) {
          const db = await new Promise((done, failed) => {
            const open = indexedDB.open(name);
            open.onsuccess = () => done(open.result);
            open.onerror = () => failed(open.error);
          });
          for (const store of db.objectStoreNames) {
            texts.push(name + ' ' + await new Promise((done) => {
              db.transaction(store).objectStore(store).getAll().onsuccess =
                (e) => done(text(e.target.result));
            }));
          }
          db.close();
        }
        return texts.join('\\n');
      }
      """;

  private static final String COUNT =
      """
      async () => {
        if (!(await indexedDB.databases()).some(({ name }) => name === 'vigie-locked')) return 0;
        const db = await new Promise((done, failed) => {
          const open = indexedDB.open('vigie-locked');
          open.onsuccess = () => done(open.result);
          open.onerror = () => failed(open.error);
        });
        try {
          return await new Promise((done) => {
            db.transaction('heads').objectStore('heads').count().onsuccess =
              (e) => done(e.target.result);
          });
        } finally {
          db.close();
        }
      }
      """;

  private static OwnMission mission;

  @BeforeAll
  static void start() throws Exception {
    mission = OwnMission.start();
    mission.add(OFFICER, RIGHTS);
    SignedIn officer = mission.signIn(OFFICER);
    add(officer, HOTSPOTS, hotspot("EXERCISE yakdance", "UNCLASSIFIED", -26.5));
    add(officer, HOTSPOTS, hotspot("EXERCISE zebrawood", "CONFIDENTIAL", -21.0));
    add(officer, INCIDENTS, incident("CONFIDENTIAL", "[]", -23.3));
  }

  @AfterAll
  static void stop() throws Exception {
    mission.close();
  }

  @Test
  void theLastViewIsWholeWithoutALineForWhoTypesThePassphrase(Browser browser) throws Exception {
    try (Tab tab = open(browser, VIEW)) {
      OfflineTest.awaitKept(tab);
      assertThat(tab.text("lock-offer")).contains("CONFIDENTIAL", "not kept");
      tab.click("lock-offer-yes");
      choose(tab, "too short", "too short");
      assertThat(tab.text("passphrase-new-problem")).contains("12");
      choose(tab, PASSPHRASE, PASSPHRASE + "!");
      assertThat(tab.text("passphrase-new-problem")).contains("not the same");
      choose(tab, PASSPHRASE, PASSPHRASE);
      awaitLocked(tab);
      String incidents = tab.text("count-incident");
      assertThat(incidents).isEqualTo("1");
      assertThat(tab.text("banner")).contains("CONFIDENTIAL");

      tab.context().setOffline(true);
      reload(tab);
      tab.at("unlocking").waitFor();
      type(tab, "not the passphrase at all");
      assertThat(tab.text("unlocking-passphrase-problem")).contains("not the passphrase");
      tab.page().keyboard().press("Escape");
      tab.page().waitForCondition(() -> tab.at("unlocking").count() == 0);
      tab.page().waitForSelector(".map-area:not(.is-busy)");
      tab.page().waitForCondition(() -> tab.text("offline").contains("missing or incomplete"));
      assertThat(tab.text("banner")).doesNotContain("CONFIDENTIAL");

      tab.click("offline-unlock");
      type(tab, PASSPHRASE);
      tab.page().waitForCondition(() -> tab.at("unlocking").count() == 0);
      tab.page().waitForCondition(() -> !tab.text("offline").contains("missing or incomplete"));
      tab.page().waitForSelector(".map-area:not(.is-busy)");
      tab.page().waitForCondition(() -> tab.text("count-incident").equals(incidents));
      assertThat(tab.page().locator(".layer .notice.is-problem").count()).isZero();
      assertThat(tab.text("banner")).contains("CONFIDENTIAL");
      assertThat(tab.at("offline-unlock").count()).isZero();
      tab.forgive("ERR_INTERNET_DISCONNECTED");
      tab.forgive("Failed to load resource");
    }
  }

  @Test
  void aPageThatWasLoadedAnewKeepsMoreWithoutThePassphraseAndForgettingDeletesIt(Browser browser)
      throws Exception {
    try (Tab tab = open(browser, VIEW + LINE)) {
      lock(tab);
      reload(tab);
      tab.page()
          .waitForCondition(
              () -> tab.text("locked-state").contains("reading it takes the passphrase"));
      assertThat(tab.at("unlocking").count()).as("nobody is asked while there is a line").isZero();
      awaitLocked(tab);
      long before = locked(tab);
      tab.page().evaluate("() => { location.hash = '#v1/8/-11/-22/o=line'; }");
      tab.page().waitForCondition(() -> locked(tab) > before);

      tab.click("locked-forget").click("locked-forget-sure").at("passphrase-new").waitFor();
      assertThat(databases(tab)).doesNotContain("vigie-locked");
      reload(tab);
      tab.at("passphrase-new").waitFor();
      tab.page().waitForSelector(".map-area:not(.is-busy)");
      assertThat(databases(tab)).doesNotContain("vigie-locked");
    }
  }

  @Test
  void nothingOfWhatIsLockedCanBeReadFromTheDiskAndSigningOutLeavesNothing(Browser browser)
      throws Exception {
    try (Tab tab = open(browser, VIEW + LINE)) {
      lock(tab);
      String disk = disk(tab);
      assertThat(disk).as("the search finds what lies open").contains("yakdance", "vigie-locked");
      assertThat(disk).doesNotContain("zebrawood", "orchard", "x-classification,CONFIDENTIAL");
      String tiles = "/collections/hotspot/tiles/WebMercatorQuad/7/67/";
      assertThat(disk).as("nor what was asked").contains(tiles + 54).doesNotContain(tiles + 56);

      tab.click("account").click("sign-out");
      tab.page().waitForURL("**/login**");
      tab.page().waitForCondition(() -> !databases(tab).contains("vigie-locked"));
      assertThat(disk(tab)).doesNotContain("vigie.locked").doesNotContain("/api/");
      tab.forgive("401");
    }
  }

  @Test
  void whatMayLieOpenInAMissionWithEncryptedDisksIsFoundThereByTheSameSearch(Browser browser)
      throws Exception {
    try (OwnMission other = OwnMission.start("--offline-classification=CONFIDENTIAL")) {
      other.add(OFFICER, RIGHTS);
      SignedIn officer = other.signIn(OFFICER);
      add(officer, HOTSPOTS, hotspot("EXERCISE zebrawood", "CONFIDENTIAL", -21.0));
      try (Tab tab = Tab.withWorker(browser, other.url(), officer, VIEW + LINE)) {
        OfflineTest.awaitKept(tab);
        tab.page().waitForCondition(() -> disk(tab).contains("zebrawood"));
        assertThat(disk(tab)).contains("x-classification,CONFIDENTIAL");
        assertThat(tab.at("locked").isVisible()).as("there is nothing to lock").isFalse();
      }
    }
  }

  @Test
  void whereTheMissionForbidsItNothingIsKeptLockedAndNobodyIsOfferedTo(Browser browser)
      throws Exception {
    try (OwnMission other = OwnMission.start("--offline-locked=none")) {
      other.add(OFFICER, RIGHTS);
      SignedIn officer = other.signIn(OFFICER);
      String question = "/api/histogram?layer=hotspot";
      assertThat(how(officer, question)).contains("open");
      add(officer, HOTSPOTS, hotspot("EXERCISE closed", "CONFIDENTIAL", -21.0));
      assertThat(how(officer, question)).isEmpty();
      try (Tab tab = Tab.withWorker(browser, other.url(), officer, VIEW + LINE)) {
        OfflineTest.awaitKept(tab);
        tab.at("meter").waitFor();
        assertThat(tab.at("locked").isVisible()).isFalse();
        assertThat(databases(tab)).doesNotContain("vigie-locked");
      }
    }
  }

  @Test
  void whatIsStrictlyConfidentialOrInACompartmentIsNotKeptEvenLocked(Browser browser)
      throws Exception {
    String question = "/api/histogram?layer=incident&bbox=-27.31,-11.31,-27.29,-11.29";
    SignedIn analyst = Demo.signIn(Demo.ANALYST);
    SignedIn adviser = Demo.signIn("protection-adviser");
    assertThat(how(analyst, question)).contains("open");
    String id = Demo.create(INCIDENTS, incident("CONFIDENTIAL", "[]", -27.3));
    assertThat(how(analyst, question)).contains("locked");
    assertThat(how(Demo.as("viewer"), question)).as("of who does not see it").contains("open");
    Demo.remove(INCIDENTS + '/' + id);
    id = Demo.create(INCIDENTS, incident("STRICTLY_CONFIDENTIAL", "[]", -27.3));
    assertThat(how(analyst, question)).isEmpty();
    Demo.remove(INCIDENTS + '/' + id);
    id = Demo.create(INCIDENTS, incident("CONFIDENTIAL", "[\"POC\"]", -27.3));
    assertThat(how(adviser, question)).isEmpty();
    Demo.remove(INCIDENTS + '/' + id);

    try (Tab tab = Tab.withWorker(browser, Demo.url(), analyst, "#v1/6/-11/-21/o=line")) {
      Queue<Response> answers = new ConcurrentLinkedQueue<>();
      tab.page().onResponse(answers::add);
      lock(tab);
      assertThat(tab.text("banner")).as("the page shows more").contains("STRICTLY CONFIDENTIAL");
      List<String> marks = new ArrayList<>();
      for (Response answer : answers) {
        marks.addAll(marksOfLocked(analyst, answer));
      }
      assertThat(marks).containsOnly("CONFIDENTIAL");
      assertThat(locked(tab)).isLessThanOrEqualTo(marks.size());
    }
  }

  @Test
  void whatWasLockedForOneSessionIsGoneInTheNext(Browser browser) throws Exception {
    try (Tab tab = open(browser, VIEW + LINE)) {
      lock(tab);
      Tab.signIn(tab.context(), mission.url(), mission.signIn(OFFICER));
      reload(tab);
      tab.page().waitForCondition(() -> !databases(tab).contains("vigie-locked"));
      tab.at("passphrase-new").waitFor();
    }
  }

  private static Tab open(Browser browser, String fragment) throws Exception {
    return Tab.withWorker(browser, mission.url(), mission.signIn(OFFICER), fragment);
  }

  private static void reload(Tab tab) {
    tab.page().reload();
    tab.page().waitForSelector("#app[data-state=ready]");
  }

  /** Chooses a passphrase and waits until what is shown lies there. */
  private static void lock(Tab tab) {
    OfflineTest.awaitKept(tab);
    choose(tab, PASSPHRASE, PASSPHRASE);
    awaitLocked(tab);
  }

  private static void choose(Tab tab, String passphrase, String again) {
    tab.fill("passphrase-new", passphrase).fill("passphrase-new-again", again);
    tab.page().keyboard().press("Enter");
  }

  /** The field has the focus when it is asked for. */
  private static void type(Tab tab, String passphrase) {
    Page page = tab.page();
    page.waitForCondition(
        () ->
            page.evaluate("() => document.activeElement?.id ?? ''").equals("unlocking-passphrase"));
    page.keyboard().insertText(passphrase);
    page.keyboard().press("Enter");
  }

  /** Until what is shown lies there, and nothing more comes. */
  private static void awaitLocked(Tab tab) {
    tab.at("locked-state").waitFor();
    tab.page().waitForCondition(() -> locked(tab) > 1);
    tab.page().waitForSelector(".map-area:not(.is-busy)");
    tab.page()
        .waitForCondition(
            () -> {
              long before = locked(tab);
              tab.page().waitForTimeout(500);
              return locked(tab) == before;
            });
  }

  /** The marks of what of an answer may be kept locked: of itself, or of the tiles in it. */
  private static List<String> marksOfLocked(SignedIn who, Response answer) throws Exception {
    Map<String, String> headers = answer.headers();
    if (headers.getOrDefault("content-type", "").contains("tile-bundle")) {
      // Asked for again: a browser does not keep the bytes of what its page has let go.
      HttpRequest again = who.request(answer.url().substring(Demo.url().length())).build();
      HttpResponse<byte[]> bundle = CLIENT.send(again, HttpResponse.BodyHandlers.ofByteArray());
      return ReadTileBundle.of(bundle.body()).tiles().stream()
          .filter(tile -> tile.way() == 2)
          .map(ReadTileBundle.Tile::mark)
          .toList();
    }
    return headers.getOrDefault("x-keep-offline", "").endsWith(" locked")
        ? List.of(headers.getOrDefault("x-classification", ""))
        : List.of();
  }

  private static long locked(Tab tab) {
    return ((Number) tab.page().evaluate(COUNT)).longValue();
  }

  private static String databases(Tab tab) {
    return (String)
        tab.page()
            .evaluate(
                "async () => (await indexedDB.databases()).map(({ name }) => name).join(' ')");
  }

  private static String disk(Tab tab) {
    return (String) tab.page().evaluate(DISK);
  }

  /** How the answer may lie on a disk; empty for not at all. */
  private static Optional<String> how(SignedIn who, String path) throws Exception {
    HttpResponse<String> answer = who.send(who.request(path).GET());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.headers().firstValue("X-Keep-Offline").map(said -> said.split(" ")[2]);
  }

  private static void add(SignedIn who, String items, String feature) throws Exception {
    HttpResponse<String> answer =
        who.send(
            who.request(items)
                .header("Content-Type", "application/geo+json")
                .POST(HttpRequest.BodyPublishers.ofString(feature)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static String incident(String classification, String compartments, double lon) {
    return """
    {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%s, -11.3]},
     "properties": {"title": "EXERCISE not for the disk", "type": "CRIME", "exercise": true,
     "location_class": "GPS", "radius_m": 10, "classification": "%s", "compartments": %s,
     "valid_from": "2026-06-01T08:00:00Z", "time_precision": "EXACT_DAY"}}
    """
        .formatted(lon, classification, compartments);
  }

  private static String hotspot(String name, String classification, double west) {
    return """
    {"type": "Feature", "geometry": {"type": "Polygon", "coordinates":
     [[[%1$s, -11.1], [%2$s, -11.1], [%2$s, -10.9], [%1$s, -11.1]]]},
     "properties": {"name": "%3$s", "level": "WATCH", "method": "MANUAL",
     "classification": "%4$s", "review_date": "2026-08-01",
     "valid_from": "2026-06-01T00:00:00Z", "exercise": true}}
    """
        .formatted(west, west + 0.2, name, classification);
  }
}
