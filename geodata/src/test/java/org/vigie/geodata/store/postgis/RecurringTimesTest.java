package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.index.IndexedFilters;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.FilterEvaluator;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.cql2.Cql2Text;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/**
 * Nights, market days and hours where the mission is: the same in the database, in memory and in
 * the index, at midnight and at the turn of the year, and unknown where the hour is.
 */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecurringTimesTest {

  private static final Layer LAYER = RandomThings.layer("recurring", TimeModel.EVENT);
  private static final List<Feature> EVENTS = new ArrayList<>();
  private static final List<String> PLACES =
      List.of("Europe/Athens", "Asia/Beirut", "Africa/Casablanca", "Australia/Lord_Howe");
  private static final String HOUR = "timeOfDay(valid_from, time_precision, '%s')";
  private static final String DAY = "dayOfWeek(valid_from, time_precision, '%s')";

  private FilterDatabase database;
  private IndexedFilters indexed;

  @BeforeAll
  void load(DatabaseAddress address) throws Exception {
    event("2026-06-15T16:59:00Z", TimePrecision.EXACT_MINUTE);
    event("2026-06-15T17:00:00Z", TimePrecision.EXACT_MINUTE);
    event("2026-06-15T23:00:00Z", TimePrecision.EXACT_MINUTE);
    event("2026-06-16T04:59:59.999999Z", TimePrecision.EXACT_MINUTE);
    event("2026-06-16T05:00:00Z", TimePrecision.EXACT_MINUTE);
    event("2025-12-31T23:30:00Z", TimePrecision.EXACT_MINUTE);
    event("2026-01-04T00:00:00Z", TimePrecision.EXACT_DAY);
    event("2026-01-05T00:00:00Z", TimePrecision.WEEK);
    event("2026-01-01T00:00:00Z", TimePrecision.YEAR);
    // a summer noon: a fixed offset does not move it, the clock of a place does
    event("2026-07-01T11:30:00Z", TimePrecision.EXACT_MINUTE);
    // the last second before Athens puts its clock on, and the first one after
    event("2026-03-29T00:59:59Z", TimePrecision.EXACT_MINUTE);
    event("2026-03-29T01:00:00Z", TimePrecision.EXACT_MINUTE);
    database = new FilterDatabase(address);
    database.load(LAYER, EVENTS);
    indexed = new IndexedFilters(LAYER, EVENTS, filter -> database.select(filter, LAYER));
  }

  @AfterAll
  void close() throws Exception {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "HOUR >= '18:00' OR HOUR < '06:00'      | +01:00 | 2026-06-15T17:00 2026-06-15T23:00"
            + " 2026-06-16T04:59 2025-12-31T23:30 2026-03-29T00:59 2026-03-29T01:00",
        "HOUR >= '18:00' OR HOUR < '06:00'      | +00:00 | 2026-06-15T23:00 2026-06-16T04:59"
            + " 2026-06-16T05:00 2025-12-31T23:30 2026-03-29T00:59 2026-03-29T01:00",
        "HOUR = '00:00'                         | +01:00 | 2026-06-15T23:00",
        "HOUR = '00:00'                         | +00:00 | ~~",
        "HOUR BETWEEN '12:00' AND '12:59'       | +01:00 | 2026-07-01T11:30",
        "HOUR = '19:30'                         | -04:00 | 2025-12-31T23:30",
        "HOUR = '05:15'                         | +05:45 | 2025-12-31T23:30",
        "DAY = 4                                | +01:00 | 2025-12-31T23:30",
        "DAY = 3 AND valid_from < DATE('2026-02-01') | +00:00 | 2025-12-31T23:30",
        "DAY IN (7)                             | +01:00 | 2026-01-04T00:00 2026-03-29T00:59"
            + " 2026-03-29T01:00",
        "DAY IN (7)                             | -05:00 | 2026-01-04T00:00",
        "DAY IS NULL                            | +01:00 | 2026-01-05T00:00 2026-01-01T00:00",
        "HOUR = '14:30'                         | Europe/Athens | 2026-07-01T11:30",
        "HOUR = '02:59'                         | Europe/Athens | 2026-03-29T00:59",
        "HOUR = '04:00'                         | Europe/Athens | 2026-03-29T01:00",
        "HOUR BETWEEN '03:00' AND '03:59'       | Europe/Athens | ~~",
        "HOUR = '01:30'                         | Europe/Athens | 2025-12-31T23:30",
        "DAY IN (7)                             | Asia/Beirut | 2026-01-04T00:00"
            + " 2026-03-29T00:59 2026-03-29T01:00",
        "NOT (HOUR < '06:00')  AND DAY = 2      | +01:00 | 2026-06-16T05:00",
      })
  void nightsAndDaysAreThoseOfTheMission(String filter, String offset, String expected)
      throws Exception {
    String text =
        filter
            .replace("HOUR", HOUR.formatted(offset))
            .replace("DAY IN", DAY.formatted(offset) + " IN")
            .replace("DAY =", DAY.formatted(offset) + " =")
            .replace("DAY IS", DAY.formatted(offset) + " IS");
    Set<String> wanted =
        expected.isEmpty() ? Set.of() : new TreeSet<>(List.of(expected.split(" ")));
    assertThat(moments(everywhere(text))).isEqualTo(wanted);
  }

  @Test
  void everyMinuteOfTheYearIsTheSameEverywhere() throws Exception {
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String offset =
          random.nextInt(3) == 0
              ? PLACES.get(random.nextInt(PLACES.size()))
              : "%s%02d:%02d"
                  .formatted(
                      random.nextBoolean() ? "+" : "-", random.nextInt(14), random.nextInt(60));
      String time = "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60));
      everywhere(
          HOUR.formatted(offset)
              + (random.nextBoolean() ? " >= '" : " < '")
              + time
              + "' OR "
              + DAY.formatted(offset)
              + " = "
              + (1 + random.nextInt(7)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timeOfDay(valid_from, time_precision, 'CET') > '18:00'",
        "timeOfDay(valid_from, time_precision, '+15:00') > '18:00'",
        "timeOfDay(valid_from, time_precision, '+14:30') > '18:00'",
        "timeOfDay(valid_from, time_precision, 'Asia/Atlantis') > '18:00'",
        "timeOfDay(valid_from, time_precision, 'Etc/GMT+1') > '18:00'",
        "timeOfDay(valid_from, time_precision, name) > '18:00'",
        "timeOfDay(valid_from) > '18:00'",
        "dayOfWeek(valid_from, time_precision, '+01:00') = 'Monday'",
      })
  void whatIsNoOffsetIsRefusedWithOneThatIs(String text) {
    assertThatThrownBy(() -> Queryables.of(LAYER).check(Cql2Text.parse(text)))
        .isInstanceOf(BadInputException.class);
  }

  /** Ids of what passes, which all three must agree on. */
  private Set<String> everywhere(String text) throws Exception {
    Filter filter = Queryables.of(LAYER).check(Cql2Text.parse(text));
    Set<String> inMemory =
        EVENTS.stream()
            .filter(new FilterEvaluator(Queryables.of(LAYER)).predicate(filter))
            .map(event -> event.id().toString())
            .collect(Collectors.toSet());
    assertThat(database.select(filter, LAYER)).as(text).isEqualTo(inMemory);
    assertThat(indexed.select(filter)).as(text).isEqualTo(inMemory);
    return inMemory;
  }

  private static Set<String> moments(Set<String> ids) {
    return EVENTS.stream()
        .filter(event -> ids.contains(event.id().toString()))
        .map(
            event -> event.validTime().start().atOffset(ZoneOffset.UTC).toString().substring(0, 16))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void event(String start, TimePrecision precision) {
    EVENTS.add(
        new Feature(
            new FeatureId(new UUID(7, EVENTS.size())),
            LAYER.name(),
            null,
            new TimeSpan(Instant.parse(start), Instant.parse(start).plusSeconds(60)),
            precision,
            null,
            null,
            Classification.UNCLASSIFIED,
            Set.of(),
            Map.of(),
            new Provenance("test", null, null, Map.of()),
            1,
            Instant.parse("2026-08-01T00:00:00Z")));
  }
}
