package org.vigie.geodata.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The exact place is had back, whatever doubles it is made of. */
class RefinementTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());

  private final Random random = new Random(SEED);

  @Test
  void everyPlaceOfTheWorldIsHadBackToTheLastBit() {
    double[] lon = new double[10_000];
    double[] lat = new double[10_000];
    for (int i = 0; i < lon.length; i++) {
      lon[i] = degrees(180);
      lat[i] = degrees(90);
    }
    double[] ends = {-180, 180, 0, Double.MIN_VALUE, -Double.MIN_VALUE, 1e-300, -1e-9, 89.99999};
    for (int i = 0; i < ends.length; i++) {
      lon[i * 300] = ends[i];
      lat[i * 300] = Math.max(-90, Math.min(90, ends[i]));
    }
    check(lon, lat);
  }

  @Test
  void placesOfOneTownAreHadBackToTheLastBit() {
    for (int round = 0; round < 50; round++) {
      double west = degrees(179);
      double south = degrees(88);
      double[] lon = random.doubles(700).map(part -> west + part / 10).toArray();
      double[] lat = random.doubles(700).map(part -> south + part / 10).toArray();
      check(lon, lat);
    }
  }

  @Test
  void whatTheCellTellsCostsNothing() {
    double[] lon = random.doubles(1_000).map(d -> Math.rint(d * 1e9) / 1e7).toArray();
    double[] lat = random.doubles(1_000).map(d -> Math.rint(d * 8e8) / 1e7).toArray();
    long cells = check(lon, lat).bytes();
    assertThat(cells).isEqualTo(8 * 1_000 + 4 * 16);
    lon[500] += 1e-12;
    assertThat(check(lon, lat).bytes()).isGreaterThan(cells);
  }

  /** Of all sizes: near 0 there are more doubles to a cell than elsewhere. */
  private double degrees(double most) {
    double part = random.nextInt(4) == 0 ? Math.pow(10, -12 * random.nextDouble()) : 1;
    return (2 * random.nextDouble() - 1) * most * part;
  }

  private static Places check(double[] lon, double[] lat) {
    byte[] kinds = new byte[lon.length];
    Arrays.fill(kinds, Segment.POINT);
    Places places = new Places(lon, lat, kinds);
    for (int row = 0; row < lon.length; row++) {
      String what = "seed " + SEED + ", row " + row;
      assertThat(places.lon(row)).as(what).isEqualTo(lon[row]);
      assertThat(places.lat(row)).as(what).isEqualTo(lat[row]);
    }
    return places;
  }
}
