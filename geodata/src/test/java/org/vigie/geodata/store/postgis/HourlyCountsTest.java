package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.ClockHours;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.LocalTimes;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Summary;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HourlyCountsTest {

  private static final Layer INCIDENT = Incidents.CATALOG.get("incident");
  private static final List<TimePrecision> PRECISIONS =
      List.of(
          TimePrecision.EXACT_MINUTE,
          TimePrecision.EXACT_MINUTE,
          TimePrecision.EXACT_DAY,
          TimePrecision.WEEK);

  /** Clocks are put back in Casablanca on the 15th, on again on 22 March. */
  private static final Instant FIRST = Instant.parse("2026-02-13T00:00:00Z");

  private static final int DAYS = 50;

  private PostgisStore root;
  private FeatureStore store;
  private final List<Feature> features = new ArrayList<>();

  @BeforeAll
  void fill(DatabaseAddress address) throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      TimePrecision precision = PRECISIONS.get(random.nextInt(PRECISIONS.size()));
      Instant day = FIRST.plus(Duration.ofDays(random.nextInt(DAYS)));
      boolean exact = precision == TimePrecision.EXACT_MINUTE;
      Instant start = exact ? day.plus(Duration.ofMinutes(random.nextInt(1_440))) : day;
      features.add(
          new Feature(
              FeatureId.random(),
              "incident",
              Incidents.WGS84.createPoint(new Coordinate(1, 2)),
              new TimeSpan(start, exact && i % 5 > 0 ? start : start.plus(Duration.ofDays(1))),
              precision,
              LocationClass.VILLAGE,
              3000.0,
              Classification.UNCLASSIFIED,
              Set.of(),
              Map.of("type", i % 3 == 0 ? "RIOTS" : "BATTLES", "status", "REPORTED"),
              Provenance.own(),
              0,
              null));
    }
    root = PostgisStore.open(address, Incidents.CATALOG);
    store = root.as(Access.everything(new Author("test")));
    store.write(
        w -> {
          for (Feature feature : features) {
            w.insert(feature);
          }
          return true;
        });
  }

  @AfterAll
  void close() {
    root.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Africa/Casablanca, 1, 2026-02-14T23:00:00Z, 2026-02-16T00:00:00Z",
    "Africa/Casablanca, 3, 2026-02-14T23:00:00Z, 2026-02-17T10:20:00Z",
    "Africa/Casablanca, 6, 2026-03-21T04:00:00Z, 2026-03-24T04:00:00Z",
    "Europe/Athens,     1, 2026-03-28T22:00:00Z, 2026-03-29T21:00:00Z",
    "Europe/Athens,     3, 2026-03-27T12:30:00Z, 2026-03-31T00:00:00Z",
    "Asia/Kolkata,      1, 2026-03-01T00:00:00Z, 2026-03-03T00:00:00Z",
    "Asia/Kolkata,      6, 2026-03-01T18:30:00Z, 2026-03-11T18:30:00Z",
    "+05:45,            3, 2026-03-01T00:00:00Z, 2026-03-05T00:00:00Z",
  })
  void everyHourHasWhatAClockOnTheWallWouldGiveIt(
      String zone, int hours, Instant from, Instant to) {
    ClockHours asked = ClockHours.between(from, to, hours, LocalTimes.find(zone).orElseThrow());
    FeatureQuery query = FeatureQuery.of(INCIDENT).withDatetime(new TimeSpan(from, to));
    Summary summary = store.summarise(query, new Summary.Request("type", asked, List.of()));
    Map<String, Long> expected = new TreeMap<>();
    Map<String, Long> riots = new TreeMap<>();
    long before = 0;
    long unknown = 0;
    for (Feature feature : features) {
      Instant start = feature.validTime().start();
      Instant end = feature.validTime().end();
      boolean overlaps =
          start.isBefore(to) && (start.equals(end) ? !start.isBefore(from) : end.isAfter(from));
      if (!overlaps) {
        continue;
      }
      if (feature.timePrecision() != TimePrecision.EXACT_MINUTE) {
        unknown++;
      } else if (start.isBefore(from)) {
        before++;
      } else {
        String key = key(start, zone, hours);
        expected.merge(key, 1L, Long::sum);
        if ("RIOTS".equals(feature.properties().get("type"))) {
          riots.merge(key, 1L, Long::sum);
        }
      }
    }
    Map<String, Long> counted = new TreeMap<>();
    Map<String, Long> countedRiots = new TreeMap<>();
    Summary.ByHours byHours = summary.byHours().orElseThrow();
    for (int i = 0; i < asked.size(); i++) {
      Summary.Counted stretch = byHours.stretches().get(i);
      if (stretch.count() > 0) {
        counted.put(key(asked.edge(i), zone, hours), stretch.count());
        if (stretch.byGroup().containsKey("RIOTS")) {
          countedRiots.put(key(asked.edge(i), zone, hours), stretch.byGroup().get("RIOTS"));
        }
      }
    }
    assertThat(byHours.stretches()).hasSize(asked.size());
    assertThat(counted).isEqualTo(expected).isNotEmpty();
    assertThat(countedRiots).isEqualTo(riots);
    assertThat(byHours.before().count()).isEqualTo(before);
    assertThat(byHours.unknown().count()).isEqualTo(unknown).isPositive();
    assertThat(summary.count())
        .isEqualTo(before + unknown + expected.values().stream().mapToLong(n -> n).sum());
  }

  /** What a clock shows, an hour that it shows twice with its offset. */
  private static String key(Instant at, String zone, int hours) {
    ZonedDateTime shown = at.atZone(ZoneId.of(zone));
    return shown.toLocalDate()
        + " "
        + shown.getHour() / hours
        + (hours == 1 ? " " + shown.getOffset() : "");
  }
}
