package org.vigie.geodata.format;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

/** Valid features of any layer with the values that files tend to spoil. */
final class RandomFeatures {

  private static final List<String> AWKWARD =
      List.of(
          "=1+1",
          "+33 1",
          "-5",
          "-x",
          "@SUM(A1)",
          "'=x",
          "''-y",
          "＝1",
          "a;b",
          "a,b",
          "a|b",
          "say \"no\"",
          "two\nlines",
          "Béoumi – 東",
          "[not json",
          "{}",
          "true",
          "007",
          "1,5",
          "NaN",
          "null",
          "-",
          "'",
          "tab\there",
          "03/04/2026",
          "POINT (1 2)");

  private final Layer layer;
  private final Random random;
  private int count;

  RandomFeatures(Layer layer, long seed) {
    this.layer = layer;
    this.random = new Random(seed);
  }

  Feature next() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Property property : layer.properties()) {
      if (property.required() || random.nextInt(3) == 0) {
        properties.put(property.name(), value(property));
      }
    }
    TimeSpan time = time();
    LocationClass[] classes = LocationClass.values();
    LocationClass located = random.nextBoolean() ? classes[random.nextInt(classes.length)] : null;
    return new Feature(
        FeatureId.random(),
        layer.name(),
        !layer.geometryRequired() && random.nextInt(10) == 0 ? null : geometry(),
        time,
        time == null || layer.time() != TimeModel.EVENT ? null : precision(),
        located,
        located == null ? null : (double) random.nextInt(100_000),
        Classification.values()[random.nextInt(3)],
        Set.of(),
        properties,
        new Provenance("system " + random.nextInt(3), "id-" + ++count, null, Map.of()),
        1,
        Instant.parse("2026-01-01T00:00:00Z"));
  }

  private TimePrecision precision() {
    return TimePrecision.values()[random.nextInt(TimePrecision.values().length)];
  }

  private TimeSpan time() {
    if (layer.time() == TimeModel.NONE) {
      return null;
    }
    Instant start = Instant.ofEpochSecond(1_600_000_000L + random.nextInt(100_000_000));
    boolean open = layer.time() == TimeModel.STATE && random.nextBoolean();
    return new TimeSpan(start, open ? null : start.plusSeconds(random.nextInt(1_000_000)));
  }

  private Object value(Property property) {
    return switch (property.type()) {
      case TEXT -> text().replace('\n', ' ');
      case LONG_TEXT -> text();
      case INTEGER -> (long) number(property);
      case NUMBER -> number(property);
      case BOOLEAN -> random.nextBoolean();
      case DATE -> LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2000));
      case TIMESTAMP -> Instant.ofEpochMilli(1_600_000_000_000L + random.nextInt());
      case CODE -> property.choices().get(random.nextInt(property.choices().size())).code();
      case CODES -> codes(property);
      case TEXTS -> random.nextBoolean() ? List.of(text()) : List.of(text(), text());
      case TABLE -> List.of(row(property), row(property));
    };
  }

  private double number(Property property) {
    double low = property.minimum() == null ? -1000 : property.minimum();
    double high = property.maximum() == null ? low + 2000 : property.maximum();
    return Math.floor(low + random.nextDouble() * (high - low));
  }

  private List<String> codes(Property property) {
    List<String> codes = new ArrayList<>();
    property.choices().stream().limit(1 + random.nextInt(3)).forEach(c -> codes.add(c.code()));
    return codes;
  }

  private Map<String, Object> row(Property table) {
    Map<String, Object> row = new LinkedHashMap<>();
    table.columns().forEach(c -> row.put(c.name(), value(c)));
    return row;
  }

  private String text() {
    return AWKWARD.get(random.nextInt(AWKWARD.size()));
  }

  private Geometry geometry() {
    double lon = Math.rint((random.nextDouble() * 340 - 170) * 1e7) / 1e7;
    double lat = Math.rint((random.nextDouble() * 160 - 80) * 1e7) / 1e7;
    var factory = LonLat.factory();
    Coordinate a = new Coordinate(lon, lat);
    Coordinate b = new Coordinate(shifted(lon), lat);
    Coordinate c = new Coordinate(shifted(lon), shifted(lat));
    GeometryKind kind = layer.geometry();
    if (kind == GeometryKind.LINE) {
      return factory.createLineString(new Coordinate[] {a, b, c});
    }
    if (kind == GeometryKind.POLYGON
        || (kind == GeometryKind.POINT_OR_POLYGON && random.nextBoolean())) {
      return factory.createPolygon(new Coordinate[] {a, b, c, a.copy()});
    }
    return factory.createPoint(a);
  }

  private static double shifted(double degrees) {
    return Math.rint((degrees + 0.5) * 1e7) / 1e7;
  }
}
