package org.vigie.geodata.store.postgis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

/** Values and features from small pools, so that random conditions often hold. */
class RandomThings {

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
  private static final Instant EPOCH = Instant.parse("2024-03-01T00:00:00Z");

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "A",
          "ab",
          "aB%",
          "a_b",
          "100%",
          "back\\slash",
          "it's",
          "Straße",
          "STRASSE",
          "Οδος",
          "ΟΔΟΣ",
          "Chișinău",
          "chisinau",
          "I\u0307zmir",
          "\uFFFDend",
          "\uD83D\uDE00smile",
          "line\nbreak",
          "; drop table vigie.feature; --");

  private static final List<Double> NUMBERS =
      List.of(0.0, 1.0, -1.0, 2.0, 3.0, 0.5, -2.5, 1e10, 1e200, 1e-200, 7.25);

  private final Random random;

  RandomThings(Random random) {
    this.random = random;
  }

  static Layer layer(String name, TimeModel time) {
    return GeoPackageLayers.layer(
        name + "-" + time.word(),
        time,
        List.of(
            GeoPackageLayers.property("name", PropertyType.TEXT, List.of()),
            GeoPackageLayers.property("note", PropertyType.LONG_TEXT, List.of()),
            GeoPackageLayers.property("n", PropertyType.INTEGER, List.of()),
            GeoPackageLayers.property("x", PropertyType.NUMBER, List.of()),
            GeoPackageLayers.property("ok", PropertyType.BOOLEAN, List.of()),
            GeoPackageLayers.property("day", PropertyType.DATE, List.of()),
            GeoPackageLayers.property("at", PropertyType.TIMESTAMP, List.of()),
            GeoPackageLayers.property("flags", PropertyType.CODES, List.of()),
            GeoPackageLayers.property("words", PropertyType.TEXTS, List.of())));
  }

  <T> T one(List<T> pool) {
    return pool.get(random.nextInt(pool.size()));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  String text() {
    return one(TEXTS);
  }

  long whole() {
    return chance(0.05) ? 9_007_199_254_740_993L : random.nextInt(7) - 2;
  }

  double number() {
    return one(NUMBERS);
  }

  LocalDate date() {
    return LocalDate.of(2024, 3, 1).plusDays(random.nextInt(6));
  }

  /** On a midnight, a microsecond before one, or between. */
  Instant instant() {
    Instant midnight = EPOCH.plus(random.nextInt(6), ChronoUnit.DAYS);
    return switch (random.nextInt(3)) {
      case 0 -> midnight;
      case 1 -> midnight.minus(1, ChronoUnit.MICROS);
      default -> midnight.plusSeconds(3600L * random.nextInt(24));
    };
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      texts.add(one(TEXTS.subList(0, 6)));
    }
    return texts;
  }

  /** On a grid of whole degrees, so that touching and equal geometries are common. */
  Geometry geometry(boolean collections) {
    return switch (random.nextInt(collections ? 7 : 6)) {
      case 0, 1 -> point();
      case 2 -> line();
      case 3 -> box();
      case 4 -> WGS84.createMultiPoint(new Point[] {point(), point()});
      case 5 -> WGS84.createMultiLineString(new LineString[] {line(), line()});
      default -> WGS84.createGeometryCollection(new Geometry[] {point(), box()});
    };
  }

  private Point point() {
    return WGS84.createPoint(position());
  }

  private LineString line() {
    Coordinate a = position();
    return WGS84.createLineString(new Coordinate[] {a, new Coordinate(a.x + 1, a.y + upTo(3))});
  }

  private Geometry box() {
    Coordinate a = position();
    return WGS84.toGeometry(new Envelope(a.x, a.x + 1 + upTo(2), a.y, a.y + 1 + upTo(2)));
  }

  private Coordinate position() {
    double x = chance(0.1) ? 178 - 358 * upTo(2) : upTo(4);
    return new Coordinate(x, upTo(4));
  }

  List<Feature> features(Layer layer, int count) {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      features.add(feature(layer));
    }
    return features;
  }

  private Feature feature(Layer layer) {
    Map<String, Object> properties = new HashMap<>();
    put(properties, "name", text());
    put(properties, "note", text());
    put(properties, "n", whole());
    put(properties, "x", number());
    put(properties, "ok", chance(0.5));
    put(properties, "day", date());
    put(properties, "at", instant());
    put(properties, "flags", texts());
    put(properties, "words", texts());
    Instant from = chance(0.2) ? null : instant();
    Instant to =
        chance(0.3) ? null : (from == null ? instant() : from.plusSeconds(43_200L * upTo(5)));
    return new Feature(
        new FeatureId(new java.util.UUID(random.nextLong(), random.nextLong())),
        layer.name(),
        chance(0.1) ? null : geometry(true),
        layer.time() == TimeModel.NONE ? null : new TimeSpan(from, to),
        chance(0.2) ? null : one(List.of(TimePrecision.values())),
        null,
        chance(0.3) ? null : (double) upTo(4),
        Classification.UNCLASSIFIED,
        Set.of(),
        properties,
        new Provenance("test", chance(0.5) ? null : "id" + random.nextLong(), null, Map.of()),
        1 + upTo(3),
        Instant.parse("2026-01-01T00:00:00Z"));
  }

  private void put(Map<String, Object> properties, String name, Object value) {
    if (chance(0.8)) {
      properties.put(name, value);
    }
  }
}
