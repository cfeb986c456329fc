package org.vigie.geodata.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockHoursTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final Instant FIRST = Instant.parse("1975-01-01T00:00:00Z");
  private static final int YEARS = 90;

  @ParameterizedTest
  @CsvSource({
    "Europe/Athens,      2026-03-28T22:00:00Z, 2026-03-29T21:00:00Z, 23, 8, 4",
    "Europe/Athens,      2026-10-24T21:00:00Z, 2026-10-25T22:00:00Z, 25, 8, 4",
    "Africa/Casablanca,  2026-02-14T23:00:00Z, 2026-02-16T00:00:00Z, 25, 8, 4",
    "Africa/Casablanca,  2026-03-22T00:00:00Z, 2026-03-22T23:00:00Z, 23, 8, 4",
    "Asia/Beirut,        2026-10-23T21:00:00Z, 2026-10-24T22:00:00Z, 25, 8, 4",
    "Asia/Kolkata,       2026-03-28T18:30:00Z, 2026-03-29T18:30:00Z, 24, 8, 4",
    "Australia/Lord_Howe,2026-04-04T13:00:00Z, 2026-04-05T13:30:00Z, 24, 8, 4",
    "+05:45,             2026-03-28T18:15:00Z, 2026-03-29T18:15:00Z, 24, 8, 4",
  })
  void aDayHasTheHoursThatTheClockShows(
      String zone, Instant from, Instant to, int ones, int threes, int sixes) {
    assertThat(hours(zone, from, to, 1).size()).isEqualTo(ones);
    assertThat(hours(zone, from, to, 3).size()).isEqualTo(threes);
    assertThat(hours(zone, from, to, 6).size()).isEqualTo(sixes);
    for (int each : new int[] {1, 3, 6}) {
      ClockHours day = hours(zone, from, to, each);
      for (int i = 0; i < day.size(); i++) {
        assertThat(day.isWhole(i)).isTrue();
      }
    }
  }

  @Test
  void anHourThatTheClockShowsTwiceIsTwo() {
    ClockHours hours =
        hours(
            "Europe/Athens",
            Instant.parse("2026-10-24T23:00:00Z"),
            Instant.parse("2026-10-25T03:00:00Z"),
            1);
    assertThat(hours.edge(1)).as("three by summer time").isEqualTo("2026-10-25T00:00:00Z");
    assertThat(hours.edge(2)).as("three again").isEqualTo("2026-10-25T01:00:00Z");
    assertThat(hours.number(micros("2026-10-25T00:30:00Z"))).isEqualTo(1);
    assertThat(hours.number(micros("2026-10-25T01:30:00Z"))).isEqualTo(2);
  }

  @Test
  void whatTheSpanHoldsInPartIsNotWhole() {
    ClockHours hours =
        hours(
            "Asia/Kolkata",
            Instant.parse("2026-03-01T00:00:00Z"),
            Instant.parse("2026-03-01T02:00:00Z"),
            1);
    assertThat(hours.size()).isEqualTo(3);
    assertThat(hours.isWhole(0)).isFalse();
    assertThat(hours.isWhole(1)).isTrue();
    assertThat(hours.isWhole(2)).isFalse();
    assertThat(hours.number(micros("2026-02-28T23:59:59.999999Z"))).isEqualTo(-1);
    assertThat(hours.number(micros("2026-03-01T02:00:00Z"))).isEqualTo(3);
  }

  @Test
  void onlyHoursThatMakeADayAreTaken() {
    assertThatThrownBy(() -> hours("+00:00", FIRST, FIRST, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Africa/Casablanca",
        "Africa/Cairo",
        "Europe/Athens",
        "Asia/Beirut",
        "Asia/Kolkata",
        "Asia/Tehran",
        "Australia/Lord_Howe",
        "America/St_Johns",
        "America/New_York"
      })
  void stretchesAreThoseOfAClockReadMinuteByMinute(String zone) {
    Random random = new Random(SEED);
    ZoneId clock = ZoneId.of(zone);
    for (int i = 0; i < 60; i++) {
      Instant from = FIRST.plus(random.nextInt(YEARS * 365 * 24 * 60), ChronoUnit.MINUTES);
      // half of them about the nights in which clocks are changed
      var change = clock.getRules().nextTransition(from);
      if (i % 2 == 0
          && change != null
          && change.getInstant().isBefore(Instant.parse("2069-06-01T00:00:00Z"))) {
        from =
            change
                .getInstant()
                .minus(random.nextInt(2_000), ChronoUnit.MINUTES)
                .truncatedTo(ChronoUnit.MINUTES);
      }
      Instant to = from.plus(1 + random.nextInt(4_000), ChronoUnit.MINUTES);
      int unit = List.of(1, 3, 6).get(random.nextInt(3));
      List<Instant> expected = edges(clock, from, to, unit);
      ClockHours hours = hours(zone, from, to, unit);
      List<Instant> edges = new ArrayList<>();
      for (int edge = 0; edge <= hours.size(); edge++) {
        edges.add(hours.edge(edge));
      }
      String what = "seed " + SEED + ": " + zone + " " + from + "/" + to + " by " + unit;
      assertThat(edges).as(what).isEqualTo(expected);
      Instant at =
          from.plus(
              random.nextInt((int) Duration.between(from, to).toSeconds()), ChronoUnit.SECONDS);
      long before = expected.stream().filter(edge -> !edge.isAfter(at)).count();
      assertThat(hours.number(ChronoUnit.MICROS.between(Instant.EPOCH, at)))
          .as(what + " at " + at)
          .isEqualTo((int) before - 1);
    }
  }

  private static List<Instant> edges(ZoneId clock, Instant from, Instant to, int unit) {
    List<Instant> edges = new ArrayList<>(List.of(from));
    for (Instant at = from.plusSeconds(60); at.isBefore(to); at = at.plusSeconds(60)) {
      LocalDateTime now = LocalDateTime.ofInstant(at, clock);
      LocalDateTime before = LocalDateTime.ofInstant(at.minusSeconds(60), clock);
      boolean full =
          now.getMinute() == 0
              && now.getHour() % unit == 0
              && before.getMinute() == 59
              && (before.getHour() + 1) % unit == 0;
      boolean jumped =
          now.getHour() / unit != before.getHour() / unit
              || !now.toLocalDate().equals(before.toLocalDate());
      if (full || jumped) {
        edges.add(at);
      }
    }
    edges.add(to);
    return edges;
  }

  private static ClockHours hours(String zone, Instant from, Instant to, int hours) {
    return ClockHours.between(from, to, hours, LocalTimes.find(zone).orElseThrow());
  }

  private static long micros(String instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
  }
}
