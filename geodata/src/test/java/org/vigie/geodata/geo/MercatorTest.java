package org.vigie.geodata.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
      String what = "seed " + SEED + ": " + lon + " " + lat;
      assertThat(Mercator.rounded(Mercator.lon(Mercator.x(lon)))).as(what).isEqualTo(lon);
      assertThat(Mercator.rounded(Mercator.lat(Mercator.y(lat)))).as(what).isEqualTo(lat);
    }
  }

  @Test
  void latitudesAreThoseOfTheProjection() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200_000; i++) {
      int y = i == 0 ? Integer.MIN_VALUE : i == 1 ? Integer.MAX_VALUE : random.nextInt();
      double exact = Math.toDegrees(Math.atan(Math.sinh((y + 0.5) / 0x1p31 * Math.PI)));
      assertThat(Mercator.lat(y)).as("seed %s: %s", SEED, y).isCloseTo(exact, within(1e-11));
    }
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
