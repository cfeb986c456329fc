package org.vigie.geodata.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.analysis.Progress;

class PresenceTest {

  private static final long SEED = Long.getLong("vigie.seed", 20_261_121);

  @Test
  void aPlaceBesideALegIsInRangeFromEntryToExit() {
    List<double[]> heard =
        heard(track(new double[] {-10_000, 10_000}, new double[] {600, 600}), 1_000);
    // half a chord of 800 m either side of the middle of 20 km in 20 000 s
    assertThat(heard).hasSize(1);
    assertThat(heard.get(0)[0]).isCloseTo(10_000 - 800, within(1e-6));
    assertThat(heard.get(0)[1]).isCloseTo(10_000 + 800, within(1e-6));
  }

  @Test
  void aPlaceExactlyAtTheRangeIsSeenAndOneBeyondIsNot() {
    Track line = track(new double[] {-5_000, 5_000}, new double[] {1_000, 1_000});
    assertThat(heard(line, 1_000)).hasSize(1);
    assertThat(heard(line, 999.9)).isEmpty();
  }

  @Test
  void aTrackOfOnePositionIsAPlaceWhereSomebodyWas() {
    assertThat(heard(track(new double[] {300}, new double[] {400}), 500)).hasSize(1);
    assertThat(heard(track(new double[] {300}, new double[] {401}), 500)).isEmpty();
  }

  @Test
  void timesAgreeWithWalkingTheTrackInSmallSteps() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      int n = 2 + random.nextInt(6);
      double[] x = random.doubles(n, -4_000, 4_000).toArray();
      double[] y = random.doubles(n, -4_000, 4_000).toArray();
      Track walk = track(x, y);
      double inRange = heard(walk, 1_500).stream().mapToDouble(p -> p[1] - p[0]).sum();
      assertThat(inRange)
          .as("seed %d, round %d", SEED, round)
          .isCloseTo(walked(walk, 1_500), within(3.0));
    }
  }

  @Test
  void turningEverythingChangesNothing() {
    Random random = new Random(SEED);
    double[] x = random.doubles(8, -4_000, 4_000).toArray();
    double[] y = random.doubles(8, -4_000, 4_000).toArray();
    double[] turnedX = new double[8];
    double[] turnedY = new double[8];
    for (int i = 0; i < 8; i++) {
      turnedX[i] = x[i] * Math.cos(1) - y[i] * Math.sin(1);
      turnedY[i] = x[i] * Math.sin(1) + y[i] * Math.cos(1);
    }
    double before = heard(track(x, y), 2_000).stream().mapToDouble(p -> p[1] - p[0]).sum();
    double after =
        heard(track(turnedX, turnedY), 2_000).stream().mapToDouble(p -> p[1] - p[0]).sum();
    assertThat(after).as("seed %d", SEED).isCloseTo(before, within(1e-6));
  }

  @Test
  void tracksBreakAtGapsAndAtImpossibleSpeeds() {
    Track track =
        new Track(
            new double[] {0, 100, 200, 300, 90_000, 90_100},
            new double[6],
            new double[] {0, 60, 120, 7_200, 7_260, 7_320},
            true);
    Track.Parts parts = track.broken(3_600, 30);
    assertThat(parts.tracks()).extracting(Track::size).containsExactly(3, 1, 2);
    assertThat(parts.gaps()).isEqualTo(1);
    assertThat(parts.impossible()).isEqualTo(1);
  }

  @Test
  void withoutMeasuredTimesOnlyALegTooLongForTheHighestSpeedIsAGap() {
    Track track =
        new Track(new double[] {0, 100, 200_000}, new double[3], new double[] {0, 9e5, 1e6}, false);
    Track.Parts parts = track.broken(3_600, 30);
    assertThat(parts.tracks()).extracting(Track::size).containsExactly(2, 1);
    assertThat(parts.impossible()).isZero();
  }

  @Test
  void passesCloseTogetherAreOneVisitInWhateverOrderTheyCome() {
    List<Visits.Visit> passes =
        new ArrayList<>(
            List.of(
                new Visits.Visit(100, 200),
                new Visits.Visit(250, 260),
                new Visits.Visit(120, 130),
                new Visits.Visit(1_000, 1_100)));
    Visits visits = Visits.of(passes, 50);
    assertThat(visits.list())
        .containsExactly(new Visits.Visit(100, 260), new Visits.Visit(1_000, 1_100));
    java.util.Collections.shuffle(passes, new Random(SEED));
    assertThat(Visits.of(passes, 50)).isEqualTo(visits);
    assertThat(visits.longestGap(0, 1_500)).isEqualTo(740);
    assertThat(visits.longestGap(0, 5_000)).isEqualTo(3_900);
    assertThat(Visits.of(List.of(), 50).longestGap(0, 70)).isEqualTo(70);
  }

  private static Track track(double[] x, double[] y) {
    double[] seconds = new double[x.length];
    for (int i = 1; i < x.length; i++) {
      seconds[i] = seconds[i - 1] + Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
    }
    return new Track(x, y, seconds, true);
  }

  private static double walked(Track track, double range) {
    double total = 0;
    for (int i = 1; i < track.size(); i++) {
      double length = track.seconds()[i] - track.seconds()[i - 1];
      int steps = (int) Math.ceil(length);
      for (int s = 0; s < steps; s++) {
        double share = (s + 0.5) / steps;
        double x = track.x()[i - 1] + share * (track.x()[i] - track.x()[i - 1]);
        double y = track.y()[i - 1] + share * (track.y()[i] - track.y()[i - 1]);
        total += Math.hypot(x, y) <= range ? length / steps : 0;
      }
    }
    return total;
  }

  /** From and to of each pass of the place at the middle of the plane. */
  private static List<double[]> heard(Track track, double range) {
    List<double[]> heard = new ArrayList<>();
    new Presence(new double[] {0}, new double[] {0}, range)
        .along(
            List.of(track), Progress.UNHEARD, (p, from, to) -> heard.add(new double[] {from, to}));
    assertThat(heard).allSatisfy(p -> assertThat(p[1]).isGreaterThanOrEqualTo(p[0]));
    assertThat(Arrays.stream(track.seconds()).max().orElse(0)).isFinite();
    return heard;
  }
}
