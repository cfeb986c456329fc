package org.vigie.geodata.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MercatorTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());

  @Test
  void placesOfSevenDecimalsAreHadBackExactly() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200_000; i++) {
      double lon = Math.rint((random.nextDouble() * 360 - 180) * 1e7) / 1e7;
      double lat = Math.rint((random.nextDouble() * 170 - 85) * 1e7) / 1e7;
      assertThat(Mercator.restores(lon, lat)).as("seed %s: %s %s", SEED, lon, lat).isTrue();
    }
  }

  @Test
  void eighthDecimalsAndPolesAreNotHadBackAndItIsKnown() {
    assertThat(Mercator.restores(1.123456789, 1)).isFalse();
    assertThat(Mercator.restores(1, 89)).isFalse();
    assertThat(Mercator.restores(180, 1)).isTrue();
  }

  @Test
  void theCornersOfTheWorldAreTheCornersOfTheGrid() {
    assertThat(Mercator.x(-180)).isEqualTo(Integer.MIN_VALUE);
    assertThat(Mercator.x(180)).isEqualTo(Integer.MAX_VALUE);
    assertThat(Mercator.y(-90)).isEqualTo(Integer.MIN_VALUE);
    assertThat(Mercator.y(90)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aBorderBelongsToTheEastAndTheSouth() {
    assertThat(Mercator.x(0)).isZero();
    assertThat(Mercator.y(0)).isEqualTo(-1);
  }
}
