package org.vigie.geodata.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.model.BadInputException;

class CoordinateTextTest {

  private static final long SEED = 20_260_103;

  @Test
  void whatIsWrittenInDegreesMinutesAndSecondsIsReadBack() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < 5_000; i++) {
      double lat = random.nextDouble() * 180 - 90;
      double lon = random.nextDouble() * 360 - 180;
      String text =
          switch (i % 4) {
            case 0 -> seconds(lat, "N", "S") + " " + seconds(lon, "E", "W");
            case 1 -> minutes(lat, "N", "S") + ", " + minutes(lon, "E", "W");
            case 2 -> String.format(Locale.ROOT, "%.8f, %.8f", lat, lon);
            default -> String.format(Locale.ROOT, "%.8f;%.8f", lat, lon).replace('.', ',');
          };
      LonLat read = CoordinateText.parse(text).position();
      assertThat(read.lat()).as("seed %d: %s", SEED, text).isCloseTo(lat, within(2e-7));
      assertThat(read.lon()).as("seed %d: %s", SEED, text).isCloseTo(lon, within(2e-7));
    }
  }

  @Test
  void aGridReferenceNamesTheSquareThatThePlaceLiesIn() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < 5_000; i++) {
      LonLat place = new LonLat(random.nextDouble() * 360 - 180, random.nextDouble() * 160 - 78);
      String reference = Mgrs.format(place);
      Mgrs.Square square = Mgrs.parse(i % 2 == 0 ? reference : reference.toLowerCase(Locale.ROOT));

      assertThat(square.sizeMetres()).isEqualTo(1);
      assertThat(
              Geodesy.distanceMetres(
                  place.lon(), place.lat(), square.centre().lon(), square.centre().lat()))
          .as("seed %d: %s is %s", SEED, place, reference)
          .isLessThan(2);
    }
  }

  @Test
  void aCoarseReferenceIsTheMiddleOfItsSquareWithItsRadius() throws Exception {
    Mgrs.Square fine = Mgrs.parse("35N KF 85500 07500");
    Mgrs.Square coarse = Mgrs.parse("35NKF8507");

    assertThat(coarse.sizeMetres()).isEqualTo(1000);
    assertThat(coarse.centre().lon()).isCloseTo(fine.centre().lon(), within(1e-4));
    assertThat(coarse.centre().lat()).isCloseTo(fine.centre().lat(), within(1e-4));
    assertThat(CoordinateText.parse("35NKF8507").radiusMetres()).isCloseTo(707.1, within(0.1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "north of the town",
        "5°60'N 26°15'E",
        "5°30'N 26°15'N",
        "-5°30'N 26°15'E",
        "5.5°30'N 26°15'E",
        "95.5, 26.25",
        "5.5, 200",
        "1,2,3",
        "61NLF0290709150",
        "35NZZ0290709150",
        "35ILF0290709150",
        "NaN, NaN",
        "1e3, 2"
      })
  void whatIsNoPlaceIsRefused(String text) {
    assertThatThrownBy(() -> CoordinateText.parse(text)).isInstanceOf(BadInputException.class);
  }

  private static String seconds(double degrees, String positive, String negative) {
    double size = Math.abs(degrees);
    int whole = (int) size;
    int minutes = (int) ((size - whole) * 60);
    double seconds = ((size - whole) * 60 - minutes) * 60;
    if (seconds > 59.9999) {
      seconds = 59.9999;
    }
    return String.format(
        Locale.ROOT,
        "%d°%02d'%08.5f\"%s",
        whole,
        minutes,
        seconds,
        degrees < 0 ? negative : positive);
  }

  private static String minutes(double degrees, String positive, String negative) {
    double size = Math.abs(degrees);
    int whole = (int) size;
    double minutes = Math.min((size - whole) * 60, 59.999999);
    return String.format(
        Locale.ROOT, "%s%d°%09.6f'", degrees < 0 ? negative : positive, whole, minutes);
  }
}
