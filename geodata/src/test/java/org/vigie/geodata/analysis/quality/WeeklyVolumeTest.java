package org.vigie.geodata.analysis.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;

class WeeklyVolumeTest {

  /** A Monday. */
  private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");

  @Test
  void weeksBeginOnMondayAndGapsAreFoundWithTheirStart() {
    WeeklyVolume volume = volume(2, 0, 1, 0, 0, 0, 3, 0, 1);
    assertThat(volume.weeks()).isEqualTo(9);
    assertThat(volume.start(0)).isEqualTo(MONDAY);
    assertThat(volume.count(6)).isEqualTo(3);
    assertThat(volume.empty()).isEqualTo(5);
    assertThat(volume.longestGap()).isEqualTo(new WeeklyVolume.Gap(3, 3));
    assertThat(volume.emptyExpected()).isCloseTo(9 * Math.exp(-7 / 9.0), within(1e-12));
  }

  @Test
  void theChangeIsWhereTwoRatesExplainMostAndItsGainIsThatOfTheFormula() {
    WeeklyVolume volume = volume(2, 2, 2, 2, 2, 2, 8, 8, 8, 8, 8, 8);
    WeeklyVolume.Change change = volume.change();
    assertThat(change.week()).isEqualTo(6);
    assertThat(change.gain())
        .isCloseTo(12 * Math.log(12 / 30.0) + 48 * Math.log(48 / 30.0), within(1e-12));
    WeeklyVolume.Chance chance = volume.chance(999, new Seed(1), Progress.UNHEARD);
    assertThat(chance.change()).isLessThan(0.01);
    assertThat(chance.gap()).isEqualTo(1);
  }

  @Test
  void steadyWeeksSeldomChangeByChance() {
    Random random = new Random(Long.getLong("vigie.seed", 20261121));
    int clear = 0;
    for (int round = 0; round < 100; round++) {
      int[] counts = random.ints(60, 0, 9).toArray();
      double p = volume(counts).chance(99, new Seed(round), Progress.UNHEARD).change();
      clear += p <= 0.05 ? 1 : 0;
    }
    // Five of a hundred are expected; more than fourteen come once in a thousand.
    assertThat(clear).isLessThanOrEqualTo(14);
  }

  @Test
  void fewerThanEightWeeksHaveNoChange() {
    assertThat(volume(1, 1, 1, 9, 9, 9, 9).change().gain()).isZero();
    assertThat(volume(3).change().gain()).isZero();
  }

  private static WeeklyVolume volume(int... counts) {
    List<Instant> times = new ArrayList<>();
    for (int week = 0; week < counts.length; week++) {
      for (int i = 0; i < counts[week]; i++) {
        times.add(MONDAY.plusWeeks(week).plusDays(i % 7).atTime(23, 59).toInstant(ZoneOffset.UTC));
      }
    }
    return new WeeklyVolume(times, MONDAY.plusDays(2), MONDAY.plusWeeks(counts.length - 1));
  }
}
