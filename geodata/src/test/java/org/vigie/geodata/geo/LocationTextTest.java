package org.vigie.geodata.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.LocationClass;

class LocationTextTest {

  private static final long SEED = 20_260_311;
  private static final LonLat KAL_BERO = new LonLat(21.5, 5.25);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5.3998, 26.4869 | 5.3998 | 26.4869",
        "5,3998 26,4869 | 5.3998 | 26.4869",
        "5.3998 N 26.4869 E | 5.3998 | 26.4869",
        "E 26.4869 N 5.3998 | 5.3998 | 26.4869",
        "26.4869E 5.3998S | -5.3998 | 26.4869",
        "26,4869 O ; 5,3998 N | 5.3998 | -26.4869",
        "5°23'59.28\"N 26°29'12.84\"E | 5.3998 | 26.4869",
        "5 23.988 N, 26 29.214 E | 5.3998 | 26.4869",
        "052359N 0262913E | 5.39972 | 26.48694",
      })
  void coordinatesAreReadInEveryUsualForm(String text, double lat, double lon) throws Exception {
    WrittenPlace.Coordinates read = (WrittenPlace.Coordinates) LocationText.parse(text);
    assertThat(read.spot().position().lat()).isCloseTo(lat, within(1e-5));
    assertThat(read.spot().position().lon()).isCloseTo(lon, within(1e-5));
  }

  @Test
  void theOtherOrderIsOfferedWhereItIsOnTheGlobe() throws Exception {
    WrittenPlace.Coordinates open = (WrittenPlace.Coordinates) LocationText.parse("5.4, 26.5");
    assertThat(open.swapped().orElseThrow().position()).isEqualTo(new LonLat(5.4, 26.5));
    WrittenPlace.Coordinates far = (WrittenPlace.Coordinates) LocationText.parse("5.4N 126.5E");
    assertThat(far.swapped()).isEmpty();
  }

  @Test
  void numbersThatCanOnlyBeLongitudeFirstAreReadSoAndSaidToBe() throws Exception {
    WrittenPlace.Coordinates read = (WrittenPlace.Coordinates) LocationText.parse("126.5, -5.4");
    assertThat(read.isReversed()).isTrue();
    assertThat(read.spot().position()).isEqualTo(new LonLat(126.5, -5.4));
  }

  @Test
  void theRadiusIsHalfTheDiagonalOfWhatWasWritten() throws Exception {
    assertThat(spot("5.40000 N 26.50000 E").radiusMetres()).isEqualTo(30);
    assertThat(spot("5.40000 N 26.50000 E").locationClass()).isEqualTo(LocationClass.GPS);
    // One hundredth of a degree near the equator: 1.11 km each way.
    assertThat(spot("5.40 N 26.50 E").radiusMetres()).isCloseTo(785, within(5.0));
    assertThat(spot("5°23' N 26°29' E").radiusMetres()).isCloseTo(1309, within(5.0));
    assertThat(spot("34NDK").radiusMetres()).isCloseTo(70_711, within(1.0));
    assertThat(spot("34N DK 1 6").radiusMetres()).isCloseTo(7_071, within(1.0));
    assertThat(spot("34ndk 123 678").radiusMetres()).isCloseTo(70.7, within(0.1));
    assertThat(spot("34n dk 12345 67890").radiusMetres()).isEqualTo(30);
  }

  @Test
  void whatIsWrittenIsReadBackWithinTheRadiusThatIsGivenForIt() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < 5_000; i++) {
      LonLat place = new LonLat(random.nextDouble() * 359 - 179.5, random.nextDouble() * 158 - 79);
      int digits = random.nextInt(6);
      String text =
          switch (i % 5) {
            case 0 -> Mgrs.format(place);
            case 1 -> Utm.format(place);
            case 2 -> OpenLocationCode.format(place);
            case 3 -> degrees("%s %s, %s %s", place, digits);
            default -> degrees("%2$s%1$s %4$s%3$s", place, digits);
          };
      Spot read = spot(i % 2 == 0 ? text : text.toLowerCase(Locale.ROOT));
      double off =
          Geodesy.distanceMetres(
              place.lon(), place.lat(), read.position().lon(), read.position().lat());
      assertThat(off).as("seed %d: %s", SEED, text).isLessThanOrEqualTo(read.radiusMetres() * 1.01);
    }
  }

  @Test
  void utmAndMgrsNameTheSamePlace() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      LonLat place = new LonLat(random.nextDouble() * 350 - 175, random.nextDouble() * 140 - 70);
      LonLat utm = spot(Utm.format(place)).position();
      LonLat mgrs = spot(Mgrs.format(place)).position();
      assertThat(Geodesy.distanceMetres(utm.lon(), utm.lat(), mgrs.lon(), mgrs.lat()))
          .as("%s %s", Utm.format(place), Mgrs.format(place))
          .isLessThan(2.5);
    }
  }

  @Test
  void plusCodesAreReadAndWrittenAsTheSpecificationHasThem() throws Exception {
    assertThat(OpenLocationCode.format(new LonLat(2.7821875, 20.3700625))).isEqualTo("7FG49QCJ+2V");
    assertThat(OpenLocationCode.format(new LonLat(8.0000625, 47.0000625))).isEqualTo("8FVC2222+22");
    assertThat(spot("7fg49qcj+2v").position().lat()).isCloseTo(20.3700625, within(1e-9));
    assertThat(spot("7FG49Q00+").position().lat()).isCloseTo(20.375, within(1e-9));
    assertThat(spot("7FG49Q00+").position().lon()).isCloseTo(2.775, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 km NE of KAL-BERO | 5000 | NE | KAL-BERO",
        "5km NE KAL-BERO | 5000 | NE | KAL-BERO",
        "12km N KAL-BERO | 12000 | N | KAL-BERO",
        "about 2.5 km to the south-west of Kal Bero | 2500 | SW | Kal Bero",
        "KAL-BERO, 300 m NNE | 300 | NNE | KAL-BERO",
        "5 km au nord-est de Kal-Béro | 5000 | NE | Kal-Béro",
        "environ 10 km à l'ouest d'Anso | 10000 | W | Anso",
        "3,5 km au sud de la Mission | 3500 | S | Mission",
        "8 km NNO de Sud-Anso | 8000 | NNW | Sud-Anso",
        "4 km est de Estive | 4000 | E | Estive",
        "2 nm W of Nordhaven | 3704 | W | Nordhaven",
      })
  void aDistanceAndADirectionFromAPlaceAreRead(
      String text, double metres, String direction, String place) throws Exception {
    WrittenPlace.Offset read = (WrittenPlace.Offset) LocationText.parse(text);
    assertThat(read.distanceMetres()).isCloseTo(metres, within(0.5));
    assertThat(read.direction().orElseThrow().word()).isEqualTo(direction);
    assertThat(read.name()).isEqualTo(place);
  }

  @Test
  void theRingReachesEveryPlaceThatTheWordsAllow() throws Exception {
    WrittenPlace.Offset offset = (WrittenPlace.Offset) LocationText.parse("5 km NE of KAL-BERO");
    Spot spot = offset.from(KAL_BERO, 0);
    assertThat(spot.radiusMetres()).isBetween(2_000.0, 2_200.0);
    assertThat(spot.reason()).contains("±22.5°", "±500 m");
    Random random = new Random(SEED);
    double farthest = 0;
    for (int i = 0; i < 2_000; i++) {
      double azimuth = 45 + (random.nextDouble() * 2 - 1) * 22.5;
      double metres = 5000 + (random.nextDouble() * 2 - 1) * 500;
      var meant = Geodesy.destination(KAL_BERO.lon(), KAL_BERO.lat(), azimuth, metres);
      farthest =
          Math.max(
              farthest,
              Geodesy.distanceMetres(
                  spot.position().lon(), spot.position().lat(), meant.x, meant.y));
    }
    assertThat(farthest).isLessThanOrEqualTo(spot.radiusMetres());
    assertThat(farthest).as("nor is it wider than need be").isGreaterThan(1_900);
  }

  @Test
  void theDirectionIsTheGeodesicsOwn() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < 1_000; i++) {
      LonLat origin = new LonLat(random.nextDouble() * 340 - 170, random.nextDouble() * 120 - 60);
      int km = 1 + random.nextInt(80);
      double azimuth = random.nextInt(16) * 22.5;
      CompassPoint point = point(azimuth);
      WrittenPlace.Offset read =
          (WrittenPlace.Offset) LocationText.parse(km + " km " + point.word() + " of X");
      LonLat at = read.from(origin, 0).position();
      assertThat(Geodesy.distanceMetres(origin.lon(), origin.lat(), at.lon(), at.lat()))
          .isCloseTo(km * 1000.0, within(0.01));
      double back = Geodesy.azimuthDegrees(origin, at) - azimuth;
      assertThat(Math.abs(Math.IEEEremainder(back, 360))).isLessThan(1e-3);
    }
  }

  @Test
  void namesAndWhatLiesBetweenThemAreRead() throws Exception {
    assertThat(LocationText.parse("Kal-Bero")).isEqualTo(new WrittenPlace.Named("Kal-Bero", false));
    assertThat(LocationText.parse("Camp 14")).isEqualTo(new WrittenPlace.Named("Camp 14", false));
    assertThat(LocationText.parse("near Kal-Bero"))
        .isEqualTo(new WrittenPlace.Named("Kal-Bero", true));
    assertThat(LocationText.parse("entre Anso et Kal-Bero"))
        .isEqualTo(new WrittenPlace.Between("Anso", "Kal-Bero"));
    Spot middle = WrittenPlace.Between.spot(KAL_BERO, new LonLat(21.7, 5.25));
    assertThat(middle.position().lon()).isCloseTo(21.6, within(1e-3));
    assertThat(middle.locationClass()).isEqualTo(LocationClass.ROUTE_SEGMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "95.2N 26.5E",
        "5.4 N 6.5 N",
        "61N 500000 500000",
        "34N 999999 20000000",
        "5 61.2 N 26 10 E",
        "CGX4+9V",
        "12",
        "900 km N of X"
      })
  void whatCannotBeAPlaceIsRefusedWithAWayToMendIt(String text) {
    assertThatThrownBy(() -> LocationText.parse(text))
        .isInstanceOfSatisfying(
            BadInputException.class, e -> assertThat(e.getMessage()).isNotBlank());
  }

  private static CompassPoint point(double azimuth) {
    String[] words = {
      "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW",
      "NNW"
    };
    return CompassPoint.find(words[(int) (azimuth / 22.5)]).orElseThrow();
  }

  private static Spot spot(String text) throws BadInputException {
    return ((WrittenPlace.Coordinates) LocationText.parse(text)).spot();
  }

  private static String degrees(String shape, LonLat place, int digits) {
    String number = "%." + digits + "f";
    return String.format(
        Locale.ROOT,
        shape,
        String.format(Locale.ROOT, number, Math.abs(place.lat())),
        place.lat() < 0 ? "S" : "N",
        String.format(Locale.ROOT, number, Math.abs(place.lon())),
        place.lon() < 0 ? "W" : "E");
  }
}
