package org.vigie.geodata.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.cql2.Cql2Text;

/** What filters mean where the standard leaves it to us or is easily got wrong. */
class FilterMeaningTest {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static boolean holds(String text, String layer, TimeSpan time, Map<String, Object> values)
      throws Exception {
    Feature feature =
        new Feature(
            FeatureId.find("6f1e1920-9107-422d-a3db-c468cbc5d6df").orElseThrow(),
            layer,
            GEOMETRIES.createPoint(new Coordinate(179.5, 10)),
            time,
            TimePrecision.DAYS_2_TO_6,
            null,
            null,
            Classification.UNCLASSIFIED,
            Set.of(),
            values,
            Provenance.own(),
            1,
            null);
    Layer declared = LayerFiles.read().get(layer);
    Queryables queryables = Queryables.of(declared);
    Filter filter = queryables.check(Cql2Text.parse(text));
    return new FilterEvaluator(queryables).predicate(filter).test(feature);
  }

  private static TimeSpan span(@Nullable String start, @Nullable String end) {
    return new TimeSpan(
        start == null ? null : Instant.parse(start), end == null ? null : Instant.parse(end));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "T_INTERSECTS(INTERVAL(valid_from, valid_to), DATE('2024-03-05'))                 | true",
        "T_EQUALS(INTERVAL(valid_from, valid_to), INTERVAL('2024-03-05', '2024-03-05'))   | true",
        "T_INTERSECTS(INTERVAL(valid_from, valid_to), DATE('2024-03-06'))                 | false",
        "T_BEFORE(INTERVAL(valid_from, valid_to), DATE('2024-03-06'))                     | true",
        "T_DURING(INTERVAL(valid_from, valid_to), INTERVAL('2024-03-01', '2024-03-31'))   | true",
        "T_AFTER(valid_from, DATE('2024-03-04'))                                          | true",
        "T_AFTER(valid_from, DATE('2024-03-05'))                                          | false",
        "T_INTERSECTS(valid_from, INTERVAL('..', '2024-03-05'))                           | true",
        "valid_from = DATE('2024-03-05')                                                  | true",
        "valid_to <= TIMESTAMP('2024-03-06T02:00:00+02:00')                               | true",
      })
  void anEventOfADayIsThatDayAndNotTheNext(String filter, boolean expected) throws Exception {
    TimeSpan day = span("2024-03-05T00:00:00Z", "2024-03-06T00:00:00Z");
    assertThat(holds(filter, "incident", day, Map.of())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "base     | T_INTERSECTS(INTERVAL(valid_from, valid_to), DATE('2030-01-01')) | true",
        "base     | T_AFTER(INTERVAL(valid_from, valid_to), DATE('2024-03-04'))      | true",
        "base     | valid_to IS NULL                                                | true",
        "base     | T_AFTER(valid_to, DATE('2024-03-04'))                             | false",
        "incident | T_INTERSECTS(INTERVAL(valid_from, valid_to), DATE('2030-01-01')) | false",
        "incident | T_INTERSECTS(INTERVAL(valid_from, valid_to), DATE('2024-03-05')) | true",
      })
  void aStateWithoutAnEndGoesOnAndAnEventWithoutAnEndIsAnInstant(
      String layer, String filter, boolean expected) throws Exception {
    TimeSpan open = span("2024-03-05T08:00:00Z", null);
    assertThat(holds(filter, layer, open, Map.of())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "severity = 3                                   | true",
        "severity <> 3                                  | false",
        "injured = 3                                    | false",
        "NOT (injured = 3)                              | false",
        "injured = 3 OR severity = 3                    | true",
        "(injured = 3 AND severity = 4) IS NULL         | false",
        "(injured = 3 AND severity = 3) IS NULL         | true",
        "severity NOT IN (1, injured)                   | false",
        "severity IN (3, injured)                       | true",
        "severity / 0 > 1                               | false",
        "severity / 0 IS NULL                           | true",
        "7 / 2 = 3.5 AND 7 div 2 = 3 AND -7 div 2 = -3  | true",
        "-7 % 3 = -1 AND 2 ^ 10 = 1024                  | true",
        "(-8) ^ 0.5 IS NULL AND 0 ^ 0 = 1               | true",
        "10 - 4 - 3 = 3 AND 2 + 3 * 4 = 14              | true",
        "-2 ^ 2 = 4                                     | true",
        "time_precision = '2-6_DAYS'                    | true",
        "id = '6f1e1920-9107-422d-a3db-c468cbc5d6df'    | true",
        "id = '6F1E1920-9107-422D-A3DB-C468CBC5D6DF'    | false",
        "A_CONTAINS(flags, ('B', 'A', 'A'))             | true",
        "A_EQUALS(flags, ('B', 'A', 'A'))               | true",
        "A_CONTAINEDBY(flags, ('A'))                    | false",
        "A_OVERLAPS(flags, ('A', 'Z'))                  | true",
        "A_CONTAINS(flags, ())                          | true",
        "A_OVERLAPS(flags, (place_name))                | false",
        "A_OVERLAPS(sources, ('A')) IS NULL             | true",
        "title LIKE '100\\% _f it'                      | true",
        "title LIKE '100%'                              | true",
        "title LIKE '100'                               | false",
        "title LIKE '100_of it'                         | false",
        "CASEI('Straße') = CASEI('STRASSE')             | true",
        "CASEI('ẞ') = CASEI('ss')                       | true",
        "CASEI('Οδος') = CASEI('ΟΔΟΣ')                  | true",
        "CASEI('İ') = CASEI('i')                        | false",
        "ACCENTI('Ñandú') = 'Nandu'                     | true",
        "ACCENTI('हिन्दी') = 'हिन्दी'                       | true",
        "'\uFFFD' < '\uD83D\uDE00'                      | true",
        "length('\uD83D\uDE00') = 1                     | true",
        "weekday(DATE('2024-03-03')) = 7                | true",
        "S_INTERSECTS(geom, BBOX(179, 0, -179, 20))     | true",
        "S_INTERSECTS(geom, BBOX(-179, 0, 179, 20))     | false",
        "S_INTERSECTS(geom, BBOX(179.5, 10, 179.5, 10)) | true",
        "S_WITHIN(geom, BBOX(179, 0, -179, 20))         | true",
        "TRUE AND NOT FALSE                             | true",
      })
  void aConditionOnKnownAndUnknownValuesHoldsOrNot(String filter, boolean expected)
      throws Exception {
    Map<String, Object> values =
        Map.of("severity", 3L, "flags", java.util.List.of("A", "B"), "title", "100% of it");
    assertThat(holds(filter, "incident", TimeSpan.ALWAYS, values)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "S_INTERSECTS(geom, POINT(10 179.5))         | true",
        "S_INTERSECTS(geom, BBOX(0, 179, 20, 180))   | true",
        "S_INTERSECTS(geom, BBOX(0, 179, 20, -179))  | true",
        "S_INTERSECTS(geom, BBOX(0, -179, 20, 179))  | false",
      })
  void aCoordinateSystemWithLatitudeFirstIsTurned(String text, boolean expected) throws Exception {
    Filter filter = Cql2Text.parse(text, FilterMeaningTest::turned);
    assertThat(holds(Cql2Text.print(filter), "incident", TimeSpan.ALWAYS, Map.of()))
        .isEqualTo(expected);
  }

  private static Geometry turned(Geometry geometry) {
    Geometry copy = geometry.copy();
    copy.apply(
        (Coordinate c) -> {
          double x = c.x;
          c.x = c.y;
          c.y = x;
        });
    copy.geometryChanged();
    return copy;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"S_INTERSECTS(geom, BBOX(1000, 0, 2000, 1000)) | 65"})
  void aBoxThatIsNoneInLongitudeAndLatitudeKeepsItsOutline(String text, int positions)
      throws Exception {
    Filter filter = Cql2Text.parse(text, FilterMeaningTest::skewed);
    Expression right = ((Filter.Spatial) filter).right();
    assertThat(((Expression.GeometryLiteral) right).value().getNumPoints()).isEqualTo(positions);
  }

  private static Geometry skewed(Geometry geometry) {
    Geometry copy = geometry.copy();
    copy.apply(
        (Coordinate c) -> {
          c.x = c.x / 1000 + c.y / 2000;
          c.y = c.y / 1000;
        });
    copy.geometryChanged();
    return copy instanceof Point ? copy : copy.norm();
  }
}
