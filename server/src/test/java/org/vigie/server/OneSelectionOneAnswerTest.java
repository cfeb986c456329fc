package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.breakdown.BreakdownRoutes;
import org.vigie.server.collections.FeaturesApi;
import org.vigie.server.http.Json;
import org.vigie.server.picture.MissionIdentity;
import org.vigie.server.picture.PictureRoutes;
import org.vigie.server.processes.ProcessRoutes;
import org.vigie.server.testing.TestIncidents;
import org.vigie.server.testing.TestMission;

/** The same selection must give the same number at every exit. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneSelectionOneAnswerTest {

  private static final List<String> FILTERS =
      List.of(
          "",
          "type = 'BATTLES'",
          "type IN ('RIOTS','CRIME') AND severity >= 3",
          "killed_best > 4 OR killed_best IS NULL",
          "NOT (severity BETWEEN 2 AND 4)",
          "title LIKE 'n1%'",
          "S_INTERSECTS(geom, area('circle:22,6,150000'))",
          "S_INTERSECTS(geom, area('corridor:20,4,22,6,23.5,5.5,40000')) AND severity > 1",
          "dayOfWeek(valid_from, time_precision, '+01:00') IN (2, 6)",
          "timeOfDay(valid_from, time_precision, '+01:00') >= '18:00' OR type = 'CRIME'");

  private final long seed = Long.getLong("vigie.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private TestMission mission;

  @BeforeAll
  void load(DatabaseAddress address) throws BadInputException, StaleVersionException {
    mission =
        new TestMission(
            address,
            (catalog, store, desk) ->
                List.of(
                    new FeaturesApi(store, catalog, Clock.systemUTC()),
                    new PictureRoutes(new MissionIdentity("Test", true, "1"), catalog, store),
                    new BreakdownRoutes(catalog, store),
                    new ProcessRoutes(desk)));
    mission.load(TestIncidents.random(1_500, random));
    assertThat(mission.index().awaitBuilt(Duration.ofMinutes(1))).isTrue();
  }

  @AfterAll
  void stop() {
    mission.close();
  }

  @Test
  void itemsCountsStatisticsHistogramPictureAndAnalysisAgree() throws Exception {
    int notEmpty = 0;
    for (int round = 0; round < 40; round++) {
      Selection selection = selection();
      String what = "seed " + seed + ", round " + round + ", " + selection;
      long expected =
          mission
              .get("/collections/incident/items?limit=1" + selection.url(true))
              .get("numberMatched")
              .asLong();
      JsonNode statistics =
          mission.ask("/api/statistics", selection.body("'layer':'incident','step':'week'"));
      assertThat(statistics.get("count").asLong()).as("statistics, " + what).isEqualTo(expected);
      assertThat(sum(statistics.get("groups"))).as("groups, " + what).isEqualTo(expected);
      assertThat(sum(statistics.get("periods"))).as("periods, " + what).isEqualTo(expected);
      JsonNode counts = mission.ask("/api/counts", selection.counts()).at("/layers/incident");
      assertThat(counts.get("count").asLong()).as("counts, " + what).isEqualTo(expected);
      long unmapped = counts.get("unmapped").asLong();
      assertThat(statistics.get("unmapped").asLong()).as("unmapped, " + what).isEqualTo(unmapped);
      boolean anywhere = selection.area().isEmpty() && selection.box().isEmpty();
      assertThat(
              mission
                  .get("/api/picture/incident?zoom=8" + selection.url(true))
                  .get("count")
                  .asLong())
          .as("picture, " + what)
          .isEqualTo(anywhere ? expected - unmapped : expected);
      JsonNode histogram =
          mission.get("/api/histogram?layer=incident&step=day" + selection.histogram());
      assertThat(sum(histogram.get("periods"))).as("histogram, " + what).isEqualTo(expected);
      if (!selection.start().isEmpty()) {
        JsonNode hours =
            mission.get(
                "/api/histogram?layer=incident&step=6-hours&zone=Africa/Casablanca"
                    + selection.histogram());
        assertThat(
                sum(hours.get("periods"))
                    + hours.at("/earlier/count").asLong()
                    + hours.at("/withoutHour/count").asLong())
            .as("hours, " + what)
            .isEqualTo(expected);
      }
      JsonNode breakdown =
          mission.ask("/api/breakdown", selection.body("'layer':'incident','by':'type','limit':2"));
      assertThat(breakdown.get("count").asLong()).as("breakdown, " + what).isEqualTo(expected);
      assertThat(sum(breakdown.get("rows")) + breakdown.at("/others/count").asLong())
          .as("rows and others, " + what)
          .isEqualTo(expected);
      JsonNode matrix =
          mission.ask(
              "/api/matrix",
              selection.body("'layer':'incident','rows':'type','columns':'month','limit':200"));
      for (String part : List.of("rows", "columns", "cells")) {
        assertThat(sum(matrix.get(part))).as(part + ", " + what).isEqualTo(expected);
      }
      JsonNode analysis =
          mission.ask(
              "/processes/cluster-density/execution",
              "{\"inputs\":" + selection.body("'layer':'incident'") + "}");
      assertThat(analysis.at("/diagnostics/n").asLong())
          .as("analysis, " + what)
          .isEqualTo(expected);
      notEmpty += expected > 0 ? 1 : 0;
    }
    assertThat(notEmpty).as("seed " + seed).isGreaterThan(20);
  }

  private Selection selection() {
    String box = "";
    String area = "";
    double lon = 20 + random.nextDouble() * 4;
    double lat = 4 + random.nextDouble() * 4;
    double size = 0.2 + random.nextDouble() * 3;
    switch (random.nextInt(3)) {
      case 0 ->
          box =
              number(lon - size)
                  + ","
                  + number(lat - size)
                  + ","
                  + number(lon + size)
                  + ","
                  + number(lat + size);
      case 1 -> area = ring(lon, lat, size * 100_000);
      default -> {}
    }
    LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(300));
    LocalDate end = start.plusDays(random.nextInt(200));
    boolean dated = random.nextInt(4) > 0;
    return new Selection(
        box,
        area,
        dated ? start.toString() : "",
        dated ? end.toString() : "",
        FILTERS.get(random.nextInt(FILTERS.size())));
  }

  /** Coordinates of an uneven ring, as WKT writes them. */
  private String ring(double lon, double lat, double metres) {
    StringBuilder ring = new StringBuilder();
    String first = "";
    for (int corner = 0; corner < 7; corner++) {
      Coordinate c =
          Geodesy.destination(lon, lat, corner * 360.0 / 7, metres * (0.3 + random.nextDouble()));
      String position = number(c.x) + " " + number(c.y);
      first = corner == 0 ? position : first;
      ring.append(position).append(", ");
    }
    return ring + first;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }

  private static long sum(JsonNode entries) {
    long sum = 0;
    for (JsonNode entry : entries) {
      sum += entry.get("count").asLong();
    }
    return sum;
  }

  /** Empty texts stand for no constraint. */
  private record Selection(String box, String area, String start, String end, String filter) {

    /** Query parameters; the area becomes a condition of the filter. */
    String url(boolean withDates) {
      String condition = area.isEmpty() ? "" : "S_INTERSECTS(geom, POLYGON((" + area + ")))";
      String both =
          filter.isEmpty() || condition.isEmpty()
              ? filter + condition
              : "(" + filter + ") AND " + condition;
      return (box.isEmpty() ? "" : "&bbox=" + box)
          + (both.isEmpty() ? "" : "&filter=" + TestMission.encode(both))
          + (withDates && !start.isEmpty() ? "&datetime=" + start + "/" + end : "");
    }

    String histogram() {
      return url(false)
          + (start.isEmpty() ? "" : "&start=" + start + "&end=" + LocalDate.parse(end).plusDays(1));
    }

    String body(String more) {
      ObjectNode body = Json.MAPPER.createObjectNode();
      constrain(body);
      if (!filter.isEmpty()) {
        body.put("filter", filter);
      }
      String rest = body.toString();
      return "{" + more.replace('\'', '"') + (rest.length() > 2 ? "," : "") + rest.substring(1);
    }

    String counts() {
      ObjectNode body = Json.MAPPER.createObjectNode();
      constrain(body);
      ObjectNode layer = body.putArray("layers").addObject().put("name", "incident");
      if (!filter.isEmpty()) {
        layer.put("filter", filter);
      }
      return body.toString();
    }

    private void constrain(ObjectNode body) {
      if (!box.isEmpty()) {
        body.put("bbox", box);
      }
      if (!start.isEmpty()) {
        body.put("datetime", start + "/" + end);
      }
      if (!area.isEmpty()) {
        var ring = body.putObject("area").put("type", "Polygon").putArray("coordinates").addArray();
        for (String position : area.split(", ")) {
          String[] numbers = position.split(" ");
          ring.addArray().add(Double.parseDouble(numbers[0])).add(Double.parseDouble(numbers[1]));
        }
      }
    }
  }
}
