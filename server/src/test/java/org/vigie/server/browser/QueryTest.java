package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A query is built of rows, written as text and worn as chips, and all three are one thing. */
@ExtendWith(Chromium.class)
class QueryTest {

  private static final String QUARTER = "#v1/7/-11/-21.5/t=2026-04-01..2026-06-30&l=incident";
  private static final String PERIOD = "2026-04-01/2026-06-30";
  private static final String CIRCLE = "circle:-22,-11,60000";

  @Test
  void rowsTextAndChipsStayInStepBothWays(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      tab.click("tab-filters");
      tab.at("query-add").selectOption("killed_best");
      tab.at("query-value").fill("3");
      tab.at("query-value").press("Tab");
      tab.awaitAddress("c.incident=");
      assertThat(tab.at("expert").inputValue()).isEqualTo("killed_best >= 3");
      assertThat(tab.text("chip-incident.cql")).contains("3");

      tab.fill("expert", "killed_best >= 5 AND T_AFTER(valid_from, DATE('2026-05-01'))");
      tab.page().locator("#panel-filters form button[type=submit]").click();
      tab.at("chip-incident.cql.1").waitFor();
      assertThat(tab.at("query-value").first().inputValue()).isEqualTo("5");
      assertThat(tab.text("query-row-1"))
          .as("what the builder has no row for is kept as it was typed")
          .contains("T_AFTER(valid_from, DATE('2026-05-01'))");

      tab.at("chip-incident.cql.0").locator("button").click();
      tab.at("chip-incident.cql").waitFor();
      assertThat(tab.at("expert").inputValue())
          .isEqualTo("T_AFTER(valid_from, DATE('2026-05-01'))");
      tab.click("undo-filters");
      tab.at("chip-incident.cql.1").waitFor();
      assertThat(tab.at("expert").inputValue()).startsWith("killed_best >= 5 AND ");
    }
  }

  @Test
  void nightsInAnAreaAreTheSameOnTheMapInTheFileAndInTheApi(Browser browser) throws Exception {
    String night =
        "(timeOfDay(valid_from, time_precision, '-01:00') >= '18:00' OR timeOfDay(valid_from,"
            + " time_precision, '-01:00') < '06:00')";
    String filter = "S_INTERSECTS(geom, area('" + CIRCLE + "')) AND " + night;
    long all = counted("S_INTERSECTS(geom, area('" + CIRCLE + "'))");
    long expected = counted(filter);
    assertThat(expected).isPositive().isLessThan(all);
    try (Tab tab = Tab.wide(browser, QUARTER + "&a=" + CIRCLE)) {
      tab.click("tool-area").click("area-filter");
      tab.at("chip-all.cql").waitFor();
      tab.click("tab-filters");
      tab.at("filter-layer").selectOption("*");
      tab.at("query-add").selectOption(":hours");
      assertThat(tab.at("query-zone").inputValue()).as("the mission's clock").isEqualTo("-01:00");
      tab.at("chip-all.cql.1").waitFor();
      assertThat(tab.at("expert").inputValue()).isEqualTo(filter);
      tab.awaitNumber("area-count", expected);

      tab.click("tool-more").click("tool-share");
      tab.at("share-where").selectOption("anywhere");
      tab.page()
          .waitForFunction(
              "n => document.querySelector('[data-testid=share-count]')?.dataset.count ==="
                  + " String(n)",
              Math.toIntExact(expected));
      Download csv = tab.page().waitForDownload(() -> tab.click("share-csv"));
      assertThat(csv.suggestedFilename()).startsWith("incident.2026-04-01_2026-06-30.");
      List<String> lines = Files.readAllLines(csv.path());
      assertThat(lines.stream().filter(line -> line.startsWith("\"# ")).toList())
          .anySatisfy(line -> assertThat(line).contains("filter: ").contains("timeOfDay"))
          .anySatisfy(line -> assertThat(line).contains("dataAsOf: "))
          .anySatisfy(line -> assertThat(line).contains("classification: "));
      Download geojson = tab.page().waitForDownload(() -> tab.click("share-geojson"));
      JsonNode file = new ObjectMapper().readTree(Files.readString(geojson.path()));
      assertThat(file.path("features")).hasSize(Math.toIntExact(expected));
      assertThat(file.at("/query/title").asText()).contains("18:00").contains("60 km");
    }
  }

  @Test
  void whatIsAlongARoadIsAskedForByTheNameOfTheRoad(Browser browser) throws Exception {
    JsonNode road = Demo.get("/collections/road/items?limit=1").at("/features/0/properties/name");
    String filter = "S_INTERSECTS(geom, area('near:road/" + road.asText() + ",5000'))";
    long expected = counted(filter);
    assertThat(expected).isPositive();
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      tab.click("tab-filters");
      tab.at("query-add").selectOption(":place");
      tab.at("query-find-in").selectOption("road");
      tab.fill("query-find", road.asText());
      tab.at("query-use").first().waitFor();
      tab.fill("query-km", "5").click("query-use");
      assertThat(tab.text("chip-incident.cql")).contains("5 km").contains(road.asText());
      assertThat(tab.at("expert").inputValue()).isEqualTo(filter);
      tab.click("tool-more").click("tool-share");
      tab.at("share-where").selectOption("anywhere");
      tab.page()
          .waitForFunction(
              "n => document.querySelector('[data-testid=share-count]')?.dataset.count ==="
                  + " String(n)",
              Math.toIntExact(expected));
      Download csv = tab.page().waitForDownload(() -> tab.click("share-csv"));
      List<String> lines = Files.readAllLines(csv.path());
      assertThat(lines)
          .as("what is counted is what is in the file, which says what was asked and by whom")
          .anySatisfy(line -> assertThat(line).contains("near:road/" + road.asText()))
          .anySatisfy(line -> assertThat(line).contains("datetime: " + PERIOD))
          .anySatisfy(line -> assertThat(line).contains("writtenBy: analyst"));
      assertThat(lines.stream().filter(line -> !line.startsWith("\"# ")).count())
          .isEqualTo(expected + 1);
    }
  }

  @Test
  void theLastHoursAreThePeriodOfEverythingThatIsCounted(Browser browser) throws Exception {
    String span = "2026-06-29T23:55:00Z/2026-07-01T00:00:00Z";
    long expected =
        Demo.get("/api/statistics?layer=report&datetime=" + span).path("count").asLong();
    try (Tab tab = Tab.wide(browser, "#v1/7/-11/-21.5/t=-30d&l=report")) {
      tab.click("tab-filters");
      tab.page().locator("details:has([data-testid=relative-since]) > summary").click();
      tab.click("relative--24h");
      tab.awaitAddress("t=-24h");
      assertThat(tab.text("chip-period")).contains("24");
      tab.click("tool-more").click("tool-share");
      tab.at("share-layer").selectOption("report");
      tab.at("share-where").selectOption("anywhere");
      tab.page()
          .waitForFunction(
              "n => document.querySelector('[data-testid=share-count]')?.dataset.count ==="
                  + " String(n)",
              Math.toIntExact(expected));
      tab.click("relative-since").awaitAddress("t=@06:00");
    }
  }

  @Test
  void aLinkSaysWhatItHoldsAndWarnsOfSearchedText(Browser browser) {
    try (Tab tab = Tab.wide(browser, "#v1/7/-11/-21.5/t=-30d&q=Somebody")) {
      assertThat(tab.text("chip-period")).contains("30");
      tab.click("tool-more").click("tool-share");
      assertThat(tab.text("share-names")).contains("Somebody");
      assertThat(tab.at("share-link").inputValue()).contains("t=-30d").contains("q=Somebody");
      tab.click("share-clear");
      tab.at("share-names")
          .waitFor(
              new com.microsoft.playwright.Locator.WaitForOptions()
                  .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
      assertThat(tab.at("share-link").inputValue()).doesNotContain("Somebody");
    }
  }

  /** What the page writes, the server reads; and what the page reads of it means the same. */
  @Test
  void theServerCountsTheSameForATextAndForWhatThePageReadsOfIt(Browser browser) {
    long seed = Long.getLong("vigie.seed", System.nanoTime() % 1_000_000);
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      Object compared = tab.page().evaluate(CONFORMANCE, Math.toIntExact(seed));
      assertThat(String.valueOf(compared)).as("seed %d", seed).startsWith("same ");
      System.out.println("seed " + seed + ": " + compared);
    }
  }

  private static final String CONFORMANCE =
      """
      async (seed) => {
        const base = [...document.scripts].find((s) => s.src.endsWith('main.js')).src.replace(/main\\.js.*$/, '');
        const [{ readCql }, { writeCql }] = await Promise.all([import(`${base}query/read.js`), import(`${base}query/write.js`)]);
        let state = seed;
        const random = (below) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 4294967296 * below); };
        const one = (list) => list[random(list.length)];
        const rows = [
          () => ({ op: one(['in', 'not-in']), property: 'type', values: [one(['BATTLES', 'RIOTS']), "it's"] }),
          () => ({ op: one(['contains', 'lacks']), property: 'title', value: one(['a', '100%', "o'", 'é']) }),
          () => ({ op: one(['least', 'most', 'equals']), property: 'killed_best', value: random(6) }),
          () => ({ op: 'between', property: 'severity', low: 1 + random(3), high: 4 }),
          () => ({ op: one(['empty', 'filled']), property: one(['killed_best', 'admin1']) }),
          () => ({ op: one(['since', 'before']), property: 'valid_from', type: 'TIMESTAMP', value: '2026-05-10T12:00:00Z' }),
          () => ({ op: one(['inside', 'outside']), area: one(['circle:-22,-11,60000', 'corridor:-23,-11,-21,-11,20000']) }),
          () => ({ op: 'hours', from: one(['18:00', '06:00']), to: one(['06:00', '22:30']), zone: one(['+01:00', '-03:30', 'Europe/Athens']) }),
          () => ({ op: 'days', days: [1 + random(7)], zone: one(['+00:00', 'Asia/Beirut']) }),
          () => ({ op: 'expert', text: one(["T_AFTER(valid_from, DATE('2026-05-01'))", 'NOT (severity > 3)', 'month(valid_from) = 5']) }),
        ];
        const group = (depth, op) => ({ op, parts: Array.from({ length: 2 + random(2) }, () => depth > 0 && random(3) === 0 ? group(depth - 1, op === 'all' ? 'any' : 'all') : one(rows)()) });
        const count = async (filter) => {
          const answer = await fetch(`/api/statistics?layer=incident&datetime=2026-01-01/2026-06-30&filter=${encodeURIComponent(filter)}`);
          return answer.ok ? (await answer.json()).count : `${answer.status} ${await answer.text()}`;
        };
        let found = 0;
        for (let i = 0; i < 40; i++) {
          const text = writeCql(group(2, one(['all', 'any'])));
          const again = writeCql(readCql(text.replaceAll(' AND ', '  and ').replaceAll(' OR ', '\\n or ')));
          const [first, second] = [await count(text), await count(again)];
          if (typeof first !== 'number' || first !== second) {
            return `${first} and ${second} for ${text} and ${again}`;
          }
          found += first;
        }
        return found > 0 ? `same 40 queries, ${found} records` : 'nothing was ever found';
      }
      """;

  private static long counted(String filter) throws Exception {
    return Demo.get(
            "/api/statistics?layer=incident&datetime="
                + PERIOD
                + "&filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8))
        .path("count")
        .asLong();
  }
}
