package org.vigie.server.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.model.TimeSpan;

/** The map opens where the events are. */
class DefaultPeriodTest {

  private static final Instant LAST = Instant.parse("2026-06-30T21:30:00Z");
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final List<Instant> DAILY =
      IntStream.range(0, 40).mapToObj(day -> LAST.minus(Duration.ofDays(day))).toList();

  private static TimeSpan until(Instant end) {
    return TimeSpan.of(Instant.parse("2023-07-01T00:00:00Z"), end);
  }

  private static TimeSpan days(String first, String end) {
    return TimeSpan.of(Instant.parse(first + "T00:00:00Z"), Instant.parse(end + "T00:00:00Z"));
  }

  @Test
  void itIsTheLastNinetyDaysOfTheData() {
    assertThat(DefaultPeriod.of(DAILY, until(LAST), NOW))
        .isEqualTo(days("2026-04-02", "2026-07-01"));
    assertThat(DefaultPeriod.of(DAILY, until(LAST.plus(Duration.ofDays(2))), NOW))
        .as("what goes on after it began")
        .isEqualTo(days("2026-04-04", "2026-07-03"));
  }

  @Test
  void aFewEventsLongAfterAllOthersDoNotMoveIt() {
    for (int outliers = 1; outliers <= 11; outliers++) {
      List<Instant> starts = new ArrayList<>(DAILY);
      for (int i = 0; i < outliers; i++) {
        starts.add(NOW.minus(Duration.ofHours(i)));
      }
      assertThat(DefaultPeriod.of(starts, until(NOW), NOW))
          .as(outliers + " outliers")
          .isEqualTo(days("2026-04-02", "2026-07-01"));
    }
    // The control: a dozen are no outliers any more.
    List<Instant> starts = new ArrayList<>(DAILY);
    IntStream.range(0, 12).forEach(i -> starts.add(NOW.minus(Duration.ofHours(i))));
    assertThat(DefaultPeriod.of(starts, until(NOW), NOW))
        .isEqualTo(days("2026-08-24", "2026-11-22"));
  }

  @Test
  void whatIsAheadOfTheClockDoesNotMoveItEither() {
    assertThat(DefaultPeriod.of(DAILY, until(NOW.plus(Duration.ofDays(200))), NOW))
        .isEqualTo(days("2026-04-02", "2026-07-01"));
  }

  @Test
  void aMissionWithLittleDataOpensOnItsNewest() {
    assertThat(DefaultPeriod.of(List.of(LAST), until(LAST), NOW))
        .isEqualTo(days("2026-04-02", "2026-07-01"));
    List<Instant> sparse =
        IntStream.range(0, 20).mapToObj(year -> LAST.minus(Duration.ofDays(100L * year))).toList();
    assertThat(DefaultPeriod.of(sparse, until(LAST), NOW))
        .isEqualTo(days("2026-04-02", "2026-07-01"));
    assertThat(DefaultPeriod.of(List.of(), until(NOW.plus(Duration.ofDays(9))), NOW).end())
        .as("all of it planned")
        .isEqualTo("2026-12-01T00:00:00Z");
  }
}
