package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.geodata.testing.PostgisTest;

/**
 * What is chosen as an area, in the breakdown, in the matrix and in the table holds for map, table,
 * breakdown, matrix and time series, each figure compared with a count in SQL.
 */
@PostgisTest
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkedChoicesTest {

  private static final String OPEN =
      "#v1/7/5/21/t=2026-03-16..2026-04-04&l=incident&a=circle:21,5,60000"
          + "&x=table,breakdown,series,matrix&x.rows=severity&x.columns=status&x.step=day"
          + "&x.beside=none";
  private static final Pattern BBOX = Pattern.compile("\"bbox\":\"([-\\d.,]+)\"");

  /** A view in which something is chosen, with the chip that stands for it. */
  private enum Choice {
    AREA("chip-all.cql"),
    BREAKDOWN("chip-incident.type"),
    MATRIX("chip-incident.severity"),
    TABLE("chip-incident.cql");

    private final String chip;

    Choice(String chip) {
      this.chip = chip;
    }
  }

  private SmallMission mission;

  @BeforeAll
  void start() throws Exception {
    mission = SmallMission.start();
  }

  @AfterAll
  void stop() throws Exception {
    mission.close();
  }

  @Test
  void whatIsChosenInOneHoldsForTheOthersAndClearingBringsAllBack(Browser browser)
      throws Exception {
    try (Seen seen = new Seen(browser)) {
      seen.await("true", List.of());
      StringBuilder chosen = new StringBuilder("true");
      List<Choice> done = new ArrayList<>();
      for (Choice each : Choice.values()) {
        chosen.append(" and ").append(seen.choose(each));
        done.add(each);
        seen.await(chosen.toString(), done);
      }
      seen.tab.click("clear-filters");
      seen.await("true", List.of());
    }
  }

  /** The page, and what it asked last. */
  private final class Seen implements AutoCloseable {

    private final Tab tab;
    private final AtomicReference<String> bbox = new AtomicReference<>("");

    Seen(Browser browser) {
      tab = mission.open(browser, "");
      tab.page()
          .onRequest(
              request -> {
                Matcher box =
                    request.url().endsWith("/api/matrix") && request.postData() != null
                        ? BBOX.matcher(request.postData())
                        : BBOX.matcher("");
                if (box.find()) {
                  bbox.set(box.group(1));
                }
              });
      tab.page().evaluate("hash => { location.hash = hash; }", OPEN);
      tab.page().reload();
      tab.at("matrix-total").waitFor();
      tab.click("tool-area");
    }

    String inWindow() {
      return "geom && st_makeenvelope(" + bbox.get() + ", 4326)";
    }

    /** Chooses something and tells it in SQL. */
    String choose(Choice choice) throws Exception {
      switch (choice) {
        case AREA -> {
          tab.click("area-filter");
          return "st_dwithin(geom::geography, st_point(21, 5)::geography, 60000)";
        }
        case BREAKDOWN -> {
          Locator bar = tab.page().locator("[data-testid^='bar-type-']").first();
          String value = bar.getAttribute("data-testid").substring("bar-type-".length());
          bar.click();
          return "properties->>'type' = '" + value + "'";
        }
        case MATRIX -> {
          Locator cell = tab.page().locator(".matrix td[data-row]:not(:empty)").first();
          String severity = cell.getAttribute("data-row");
          String status = cell.getAttribute("data-column");
          cell.click();
          return "properties->>'severity' = '%s' and properties->>'status' = '%s'"
              .formatted(severity, status);
        }
        case TABLE -> {
          Locator rows = tab.at("linked-row");
          KeyboardModifier ctrl = KeyboardModifier.CONTROL;
          for (int i = 0; i < Math.min(2, rows.count()); i++) {
            rows.nth(i)
                .locator("td, [role=gridcell]")
                .first()
                .click(new Locator.ClickOptions().setModifiers(List.of(ctrl)));
          }
          tab.click("table-only");
          tab.page().waitForFunction("() => decodeURIComponent(location.hash).includes('id IN')");
          Matcher ids =
              Pattern.compile("id IN (\\([^)]+\\))")
                  .matcher(
                      (String)
                          tab.page()
                              .evaluate(
                                  "() => decodeURIComponent(location.hash.replaceAll('+', ' '))"));
          assertThat(ids.find()).isTrue();
          return "id in " + ids.group(1);
        }
      }
      throw new AssertionError(choice);
    }

    /** Every figure that a choice is not made in says the same as SQL, and a chip stands for it. */
    void await(String chosen, List<Choice> choices) throws Exception {
      for (Choice choice : Choice.values()) {
        tab.page()
            .waitForFunction(
                "([id, n]) => document.querySelectorAll(`[data-testid=\"${id}\"]`).length === n",
                List.of(choice.chip, choices.contains(choice) ? 1 : 0));
      }
      awaitFigure("table", "window", chosen);
      awaitFigure("map", "window", chosen);
      // a list, a matrix and the series go on showing what else could be chosen in them
      awaitFigure("types", choices.contains(Choice.BREAKDOWN) ? "" : "window", chosen);
      awaitFigure("severities", choices.contains(Choice.MATRIX) ? "" : "window", chosen);
      awaitFigure("matrix", choices.contains(Choice.MATRIX) ? "" : "window", chosen);
      awaitFigure("series", "window", chosen);
    }

    private void awaitFigure(String figure, String where, String chosen) throws Exception {
      if (where.isEmpty()) {
        return;
      }
      String script =
          """
          (figure) => {
            const number = (text) => Number((text ?? '').replace(/[^0-9]/g, ''));
            const all = (start) => [...document.querySelectorAll(`[data-testid^="${start}"]`)]
              .reduce((sum, bar) => sum + number(bar.textContent), 0);
            const at = (id) => document.querySelector(`[data-testid="${id}"]`);
            switch (figure) {
              case 'table': return Number(at('linked-grid')?.getAttribute('aria-rowcount') ?? 1) - 1;
              case 'map': return number(at('count-incident')?.textContent);
              case 'types': return all('bar-type-');
              case 'severities': return all('bar-severity-');
              case 'matrix': return number(at('matrix-total')?.textContent);
              default: return number(/: ([\\d,]+) in all/.exec(at('series-chart')?.ariaLabel)?.[1]);
            }
          }
          """;
      // the window is asked of the server with the figure, so that both are told until they agree
      long deadline = System.nanoTime() + 60_000_000_000L;
      long expected = -1;
      long told = -2;
      while (expected != told && System.nanoTime() < deadline) {
        expected = mission.count(inWindow() + " and " + chosen);
        told = ((Number) tab.page().evaluate(script, figure)).longValue();
        if (told != expected) {
          tab.page().waitForTimeout(100);
        }
      }
      assertThat(told).as(figure + " where " + chosen + " in " + bbox).isEqualTo(expected);
    }

    @Override
    public void close() {
      tab.close();
    }
  }
}
